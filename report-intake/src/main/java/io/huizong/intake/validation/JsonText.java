package io.huizong.intake.validation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads bytes strictly: one JSON object in UTF-8, no key twice, nothing after it, every digit kept. */
final class JsonText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader READER = new JsonMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonFaults.DEEPEST)
                            .maxNumberLength(JsonFaults.LONGEST_NUMBER)
                            .maxNameLength(ReportValidation.MOST_BYTES)
                            .build())
                    // Names come from strangers: do not keep them.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** What came of reading. */
    sealed interface Reading {

        record Found(ObjectNode object) implements Reading {}

        record Failed(Verdict verdict) implements Reading {}
    }

    private JsonText() {}

    static Reading read(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // Text in UTF-8 has no more characters than bytes.
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (decoder.decode(in, out, true).isError()) {
            return unreadable(JsonFaults.notUtf8(in.position(), bytes[in.position()]));
        }
        String text = out.flip().toString();
        // RFC 8259, section 8.1, lets a reader pass over the mark that some editors put first.
        return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static Reading read(String text) {
        try (JsonParser parser = READER.getFactory().createParser(text)) {
            return read(text, parser);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory is always there", e);
        }
    }

    private static Reading read(String text, JsonParser parser) throws IOException {
        JsonNode node;
        try {
            node = READER.readTree(parser);
        } catch (StreamConstraintsException e) {
            return refused(JsonFaults.beyondLimit(parser));
        } catch (NumberFormatException e) {
            // It is JSON: the parser has let it pass, and only making a number of it failed.
            return refused(JsonFaults.exponent(parser));
        } catch (MismatchedInputException e) {
            // A tree takes every type of value: only a key that stands twice does not fit.
            return unreadable(JsonFaults.duplicateKey(parser));
        } catch (JsonProcessingException e) {
            return unreadable(JsonFaults.malformed(text, e.getLocation()));
        }
        if (node == null || node.isMissingNode()) {
            return unreadable(JsonFaults.empty());
        }
        if (hasMore(parser)) {
            return unreadable(JsonFaults.trailingContent(text, parser.currentLocation()));
        }
        if (!(node instanceof ObjectNode object)) {
            return unreadable(JsonFaults.notAnObject(node));
        }
        // Only an escape can bring half a character into text that was valid UTF-8.
        Optional<Pointer> half = text.contains("\\u") ? LoneSurrogate.in(object, Pointer.ROOT) : Optional.empty();
        return half.map(at -> unreadable(LoneSurrogate.FOUND.brokenAt(at, at)))
                .orElseGet(() -> new Reading.Found(object));
    }

    private static boolean hasMore(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static Reading refused(Violation violation) {
        return new Reading.Failed(new Verdict.Refused(null, List.of(violation)));
    }

    private static Reading unreadable(Violation violation) {
        return new Reading.Failed(new Verdict.Unreadable(violation));
    }
}
