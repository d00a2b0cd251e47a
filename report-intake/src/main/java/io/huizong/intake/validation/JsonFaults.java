package io.huizong.intake.validation;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;

/** What keeps bytes from being the JSON object that a report is written as. */
final class JsonFaults {

    static final int DEEPEST = 8;
    static final int LONGEST_NUMBER = 1000;

    static final Rule NOT_UTF8 = Rule.error(
            "json.not_utf8",
            "正文是合法的 UTF-8 文本",
            "The body is text in UTF-8",
            "从 0 数起第 %s 个字节（0x%s）不是 UTF-8，正文应为 UTF-8 编码的 JSON",
            "The byte at offset %s (0x%s) is not UTF-8, expected JSON in UTF-8");

    static final Rule EMPTY = Rule.error(
            "json.empty",
            "正文不为空",
            "There is a body",
            "请求正文为空，应为一个 JSON 对象",
            "The body is empty, expected a JSON object");

    static final Rule MALFORMED = Rule.error(
            "json.malformed",
            "正文是合法的 JSON（RFC 8259）",
            "The body is JSON (RFC 8259)",
            "第 %s 行第 %s 列不是合法的 JSON（%s 附近），应为一个 JSON 对象",
            "Line %s, column %s is not JSON, near %s; expected one JSON object");

    static final Rule TRAILING_CONTENT = Rule.error(
            "json.trailing_content",
            "JSON 对象之后没有其他内容",
            "Nothing follows the JSON object",
            "第 %s 行第 %s 列之前 JSON 已经结束（%s 附近），其后应无内容",
            "The JSON has ended before line %s, column %s, near %s; expected nothing after it");

    static final Rule NOT_AN_OBJECT = Rule.error(
            "json.not_an_object",
            "正文是一个 JSON 对象",
            "The body is a JSON object",
            "正文是 %s，应为一个 JSON 对象",
            "The body is %s, expected a JSON object");

    static final Rule DUPLICATE_KEY = Rule.error(
            "json.duplicate_key",
            "对象中每个键只出现一次",
            "Each key stands once in its object",
            "%s 出现了两次（第 %s 行第 %s 列），每个键只能出现一次",
            "%s stands twice (line %s, column %s), expected each key once");

    static final Rule TOO_DEEP = Rule.error(
            "json.too_deep",
            "嵌套不超过 " + DEEPEST + " 层",
            "Nested at most " + DEEPEST + " deep",
            "%s 处嵌套超过 " + DEEPEST + " 层，应不超过此数",
            "The value at %s is nested more than " + DEEPEST + " deep, expected at most that");

    static final Rule NUMBER_TOO_LONG = Rule.error(
            "json.number_too_long",
            "一个数字不超过 " + LONGEST_NUMBER + " 个字符",
            "A number has at most " + LONGEST_NUMBER + " characters",
            "%s 处的数字超过 " + LONGEST_NUMBER + " 个字符，应不超过此数",
            "The number at %s has more than " + LONGEST_NUMBER + " characters, expected at most that");

    static final Rule EXPONENT = Rule.error(
            "json.exponent",
            "数字的指数在可处理的范围内（-2147483647 至 2147483647）",
            "The exponent of a number is from -2147483647 to 2147483647",
            "%s 处的数字指数超出范围，应为可以写全的数字",
            "The number at %s has an exponent out of range, expected a number that can be written out");

    private static final int SHOWN_AROUND = 10;

    private JsonFaults() {}

    static Violation notUtf8(int offset, byte octet) {
        return NOT_UTF8.brokenAt(Pointer.ROOT, offset, "%02X".formatted(octet));
    }

    static Violation empty() {
        return EMPTY.brokenAt(Pointer.ROOT);
    }

    static Violation notAnObject(JsonNode node) {
        return NOT_AN_OBJECT.brokenAt(Pointer.ROOT, Sentence.shown(node));
    }

    static Violation malformed(String text, JsonLocation location) {
        return atLocation(MALFORMED, text, location);
    }

    static Violation trailingContent(String text, JsonLocation location) {
        return atLocation(TRAILING_CONTENT, text, location);
    }

    static Violation duplicateKey(JsonParser parser) {
        Pointer at = place(parser);
        JsonLocation location = parser.currentLocation();
        return DUPLICATE_KEY.brokenAt(at, at, location.getLineNr(), location.getColumnNr());
    }

    static Violation beyondLimit(JsonParser parser) {
        Pointer at = place(parser);
        boolean deep = parser.getParsingContext().getNestingDepth() > DEEPEST;
        return (deep ? TOO_DEEP : NUMBER_TOO_LONG).brokenAt(at, at);
    }

    static Violation exponent(JsonParser parser) {
        Pointer at = place(parser);
        return EXPONENT.brokenAt(at, at);
    }

    private static Violation atLocation(Rule rule, String text, JsonLocation location) {
        int at = (int) Math.max(0, Math.min(text.length(), location.getCharOffset()));
        String near = text.substring(Math.max(0, at - SHOWN_AROUND), Math.min(text.length(), at + SHOWN_AROUND));
        return rule.brokenAt(Pointer.ROOT, location.getLineNr(), location.getColumnNr(), Sentence.shown(near));
    }

    private static Pointer place(JsonParser parser) {
        Pointer place = Pointer.ROOT;
        JsonPointer path = parser.getParsingContext().pathAsPointer();
        for (; !path.matches(); path = path.tail()) {
            place = place.to(path.getMatchingProperty());
        }
        return place;
    }
}
