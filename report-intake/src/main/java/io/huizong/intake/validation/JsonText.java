package io.huizong.intake.validation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

import io.huizong.contract.Finding;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.JsonFaults;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Reads bytes strictly: one JSON object in UTF-8, no key twice, nothing after it, every digit kept. */
final class JsonText {

    // Java's replacement for bytes that are not UTF-8; the text itself may contain it too.
    private static final char REPLACEMENT = '\uFFFD';
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader READER = new JsonMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(JsonFaults.MAX_DEPTH)
                            .maxNumberLength(JsonFaults.MAX_NUMBER_LENGTH)
                            .maxNameLength(ReportValidation.MAX_BYTES)
                            .build())
                    // Names come from clients: they must not fill a cache.
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private JsonText() {}

    /** The verdict on the object that the bytes are; on the bytes themselves if they are none. */
    static Verdict read(byte[] bytes, Function<ObjectNode, Verdict> onObject) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            int wrong = firstNotUtf8(bytes);
            if (wrong < bytes.length) {
                return unreadable(JsonFaults.NOT_UTF8, wrong, "%02X".formatted(bytes[wrong]));
            }
        }
        // RFC 8259, section 8.1, permits a parser to ignore the byte order mark that some editors write.
        return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, onObject);
    }

    /** Where the text is no longer UTF-8; its length if it is. */
    private static int firstNotUtf8(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        // Text in UTF-8 has no more characters than bytes.
        StandardCharsets.UTF_8.newDecoder().decode(in, CharBuffer.allocate(bytes.length), true);
        return in.position();
    }

    private static Verdict read(String text, Function<ObjectNode, Verdict> onObject) {
        try (JsonParser parser = READER.getFactory().createParser(text)) {
            return read(text, parser, onObject);
        } catch (IOException e) {
            throw new IllegalStateException("text in memory is always there", e);
        }
    }

    private static Verdict read(String text, JsonParser parser, Function<ObjectNode, Verdict> onObject)
            throws IOException {
        JsonNode node;
        try {
            node = READER.readTree(parser);
        } catch (StreamConstraintsException e) {
            return refused(JsonFaults.beyondLimit(parser));
        } catch (NumberFormatException e) {
            // It is JSON: the parser accepted it, and only the conversion to a number failed.
            return refused(JsonFaults.exponent(parser));
        } catch (MismatchedInputException e) {
            // A tree accepts every type of value: only a duplicate key causes this.
            return unreadable(JsonFaults.duplicateKey(parser));
        } catch (JsonProcessingException e) {
            return unreadable(JsonFaults.near(JsonFaults.MALFORMED, text, e.getLocation()));
        }
        if (node == null || node.isMissingNode()) {
            return unreadable(JsonFaults.EMPTY);
        }
        if (hasMore(parser)) {
            return unreadable(JsonFaults.near(JsonFaults.TRAILING_CONTENT, text, parser.currentLocation()));
        }
        if (!(node instanceof ObjectNode object)) {
            return unreadable(JsonFaults.NOT_AN_OBJECT, Quoted.shown(node));
        }
        // Only an escape can bring half a character into text that was valid UTF-8.
        Optional<Pointer> half =
                text.contains("\\u") ? JsonFaults.loneSurrogate(object, Pointer.ROOT) : Optional.empty();
        return half.map(at -> unreadable(JsonFaults.LONE_SURROGATE.brokenAt(at, at)))
                .orElseGet(() -> onObject.apply(object));
    }

    private static boolean hasMore(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static Verdict refused(Finding finding) {
        return Verdict.Invalid.refused(null, List.of(finding));
    }

    private static Verdict unreadable(Rule rule, Object... values) {
        return unreadable(rule.brokenAt(Pointer.ROOT, values));
    }

    private static Verdict unreadable(Finding finding) {
        return Verdict.Invalid.unreadable(finding);
    }
}
