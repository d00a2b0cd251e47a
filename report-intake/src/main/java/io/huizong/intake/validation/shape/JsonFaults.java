package io.huizong.intake.validation.shape;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.Finding;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The errors of bytes that are no JSON object. */
public final class JsonFaults {

    public static final int MAX_DEPTH = 8;
    public static final int MAX_NUMBER_LENGTH = 1000;

    public static final Rule NOT_UTF8 = Rule.error(
            "json.not_utf8",
            "正文是合法的 UTF-8 文本",
            "The body is text in UTF-8",
            "从 0 数起第 %s 个字节（0x%s）不是 UTF-8，正文应为 UTF-8 编码的 JSON",
            "The byte at offset %s (0x%s) is not UTF-8, expected JSON in UTF-8");

    public static final Rule EMPTY = Rule.error(
            "json.empty",
            "正文不为空",
            "There is a body",
            "请求正文为空，应为一个 JSON 对象",
            "The body is empty, expected a JSON object");

    public static final Rule MALFORMED = Rule.error(
            "json.malformed",
            "正文是合法的 JSON（RFC 8259）",
            "The body is JSON (RFC 8259)",
            "第 %s 行第 %s 列不是合法的 JSON（%s 附近），应为一个 JSON 对象",
            "Line %s, column %s is not JSON, near %s; expected one JSON object");

    public static final Rule TRAILING_CONTENT = Rule.error(
            "json.trailing_content",
            "JSON 对象之后没有其他内容",
            "Nothing follows the JSON object",
            "第 %s 行第 %s 列之前 JSON 已经结束（%s 附近），其后应无内容",
            "The JSON has ended before line %s, column %s, near %s; expected nothing after it");

    public static final Rule NOT_AN_OBJECT = Rule.error(
            "json.not_an_object",
            "正文是一个 JSON 对象",
            "The body is a JSON object",
            "正文是 %s，应为一个 JSON 对象",
            "The body is %s, expected a JSON object");

    public static final Rule DUPLICATE_KEY = Rule.error(
            "json.duplicate_key",
            "对象中每个键只出现一次",
            "Each key appears once in its object",
            "%s 出现了两次（第 %s 行第 %s 列），每个键只能出现一次",
            "%s appears twice (line %s, column %s), expected each key once");

    public static final Rule TOO_DEEP = Rule.error(
            "json.too_deep",
            "嵌套不超过 " + MAX_DEPTH + " 层",
            "Nested at most " + MAX_DEPTH + " deep",
            "%s 处嵌套超过 " + MAX_DEPTH + " 层，应不超过此数",
            "The value at %s is nested more than " + MAX_DEPTH + " deep, expected at most that");

    public static final Rule NUMBER_TOO_LONG = Rule.error(
            "json.number_too_long",
            "一个数字不超过 " + MAX_NUMBER_LENGTH + " 个字符",
            "A number has at most " + MAX_NUMBER_LENGTH + " characters",
            "%s 处的数字超过 " + MAX_NUMBER_LENGTH + " 个字符，应不超过此数",
            "The number at %s has more than " + MAX_NUMBER_LENGTH + " characters, expected at most that");

    public static final Rule EXPONENT = Rule.error(
            "json.exponent",
            "数字的指数在可处理的范围内（-2147483647 至 2147483647）",
            "The exponent of a number is from -2147483647 to 2147483647",
            "%s 处的数字指数超出范围，应为可以写全的数字",
            "The number at %s has an exponent out of range, expected a number that can be written out");

    public static final Rule LONE_SURROGATE = Rule.error(
            "json.lone_surrogate",
            "文本由完整的字符组成",
            "Text is made of whole characters",
            "%s 处的文本含有不成对的代理码元（\\ud800 至 \\udfff），应为完整的字符",
            "The text at %s has half of a surrogate pair (\\ud800 to \\udfff), expected whole characters");

    private static final int SHOWN_AROUND = 10;

    private JsonFaults() {}

    public static Finding duplicateKey(JsonParser parser) {
        Pointer at = place(parser);
        JsonLocation location = parser.currentLocation();
        return DUPLICATE_KEY.brokenAt(at, at, location.getLineNr(), location.getColumnNr());
    }

    public static Finding beyondLimit(JsonParser parser) {
        Pointer at = place(parser);
        boolean deep = parser.getParsingContext().getNestingDepth() > MAX_DEPTH;
        return (deep ? TOO_DEEP : NUMBER_TOO_LONG).brokenAt(at, at);
    }

    public static Finding exponent(JsonParser parser) {
        Pointer at = place(parser);
        return EXPONENT.brokenAt(at, at);
    }

    /** The finding of that rule, whose sentence has the line, the column and the text there. */
    public static Finding near(Rule rule, String text, JsonLocation location) {
        int at = (int) Math.max(0, Math.min(text.length(), location.getCharOffset()));
        String near = text.substring(Math.max(0, at - SHOWN_AROUND), Math.min(text.length(), at + SHOWN_AROUND));
        return rule.brokenAt(Pointer.ROOT, location.getLineNr(), location.getColumnNr(), Quoted.shown(near));
    }

    private static Pointer place(JsonParser parser) {
        Pointer place = Pointer.ROOT;
        JsonPointer path = parser.getParsingContext().pathAsPointer();
        for (; !path.matches(); path = path.tail()) {
            place = place.to(path.getMatchingProperty());
        }
        return place;
    }

    /** Where the first text with a lone surrogate is, a key or a value: it cannot be written in UTF-8. */
    public static Optional<Pointer> loneSurrogate(JsonNode node, Pointer at) {
        if (node.isTextual()) {
            return hasLoneSurrogate(node.textValue()) ? Optional.of(at) : Optional.empty();
        }
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                Optional<Pointer> found = loneSurrogate(node.get(index), at.to(index));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Optional<Pointer> found = hasLoneSurrogate(member.getKey())
                    ? Optional.of(at)
                    : loneSurrogate(member.getValue(), at.to(member.getKey()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
