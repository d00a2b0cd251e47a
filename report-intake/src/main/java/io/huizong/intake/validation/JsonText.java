package io.huizong.intake.validation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.contract.event.Warning;

/** Reads bytes strictly: one JSON object in UTF-8, no key twice, nothing after it, every digit kept. */
final class JsonText {

    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 1000;
    private static final int SHOWN_AROUND = 10;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final ObjectReader READER = new JsonMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
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
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return unreadable(
                    Pointer.ROOT, "json.not_utf8", Sentence.of("请求不是合法的 UTF-8 文本", "The request is no text in UTF-8"));
        }
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
            return new Reading.Failed(new Verdict.Refused(null, List.of(beyondLimit(parser))));
        } catch (MismatchedInputException e) {
            // A tree takes every type of value: only a key that stands twice does not fit.
            return unreadable(place(parser), "json.duplicate_key", duplicateKey(parser));
        } catch (JsonProcessingException e) {
            return malformed(text, e.getLocation());
        }
        if (node == null || node.isMissingNode()) {
            return unreadable(
                    Pointer.ROOT,
                    "json.empty",
                    Sentence.of("请求正文为空，应为一个 JSON 对象", "The body is empty, expected a JSON object"));
        }
        if (hasMore(parser)) {
            return trailing(text, parser.currentLocation());
        }
        if (!(node instanceof ObjectNode object)) {
            return unreadable(
                    Pointer.ROOT,
                    "json.not_an_object",
                    Sentence.of("正文是 %s，应为一个 JSON 对象", "The body is %s, expected a JSON object", Sentence.shown(node)));
        }
        // Only an escape can bring half a character into text that was valid UTF-8.
        Optional<Pointer> half = text.contains("\\u") ? LoneSurrogate.in(object, Pointer.ROOT) : Optional.empty();
        return half.map(at -> unreadable(
                        at,
                        "json.lone_surrogate",
                        Sentence.of(
                                "%s 处的文本含有不成对的代理码元（\\ud800 至 \\udfff），应为完整的字符",
                                "The text at %s has half of a surrogate pair (\\ud800 to \\udfff), expected whole characters",
                                at)))
                .orElseGet(() -> new Reading.Found(object));
    }

    private static boolean hasMore(JsonParser parser) throws IOException {
        try {
            return parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            return true;
        }
    }

    private static Violation beyondLimit(JsonParser parser) {
        Pointer at = place(parser);
        if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
            return new Violation(
                    at.toString(),
                    "json.too_deep",
                    Sentence.of(
                            "%s 处嵌套超过 %d 层，最多 %d 层",
                            "The value at %s is nested more than %d deep, expected at most %d", at, DEEPEST, DEEPEST));
        }
        return new Violation(
                at.toString(),
                "json.number_too_long",
                Sentence.of(
                        "%s 处的数字超过 %d 位，最多 %d 位",
                        "The number at %s has more than %d digits, expected at most %d",
                        at,
                        LONGEST_NUMBER,
                        LONGEST_NUMBER));
    }

    private static Warning.Detail duplicateKey(JsonParser parser) {
        JsonLocation location = parser.currentLocation();
        return Sentence.of(
                "%s 出现了两次（第 %d 行第 %d 列），每个键只能出现一次",
                "%s stands twice (line %d, column %d), expected each key once",
                place(parser),
                location.getLineNr(),
                location.getColumnNr());
    }

    private static Reading malformed(String text, JsonLocation location) {
        return unreadable(
                Pointer.ROOT,
                "json.malformed",
                Sentence.of(
                        "第 %d 行第 %d 列不是合法的 JSON（%s 附近），应为一个 JSON 对象",
                        "Line %d, column %d is not JSON, near %s; expected one JSON object",
                        location.getLineNr(),
                        location.getColumnNr(),
                        near(text, location)));
    }

    private static Reading trailing(String text, JsonLocation location) {
        return unreadable(
                Pointer.ROOT,
                "json.trailing_content",
                Sentence.of(
                        "第 %d 行第 %d 列之前 JSON 对象已经结束（%s 附近），其后应无内容",
                        "The JSON has ended before line %d, column %d, near %s; expected nothing after it",
                        location.getLineNr(),
                        location.getColumnNr(),
                        near(text, location)));
    }

    private static String near(String text, JsonLocation location) {
        int at = (int) Math.max(0, Math.min(text.length(), location.getCharOffset()));
        int begin = Math.max(0, at - SHOWN_AROUND);
        int end = Math.min(text.length(), at + SHOWN_AROUND);
        return Sentence.shown(text.substring(begin, end));
    }

    private static Pointer place(JsonParser parser) {
        Pointer place = Pointer.ROOT;
        JsonPointer path = parser.getParsingContext().pathAsPointer();
        for (; !path.matches(); path = path.tail()) {
            place = place.to(path.getMatchingProperty());
        }
        return place;
    }

    private static Reading unreadable(Pointer at, String code, Warning.Detail detail) {
        return new Reading.Failed(new Verdict.Unreadable(new Violation(at.toString(), code, detail)));
    }
}
