package io.huizong.intake.validation.shape;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.contract.Bilingual;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The types of JSON values, by the names that senders know. */
public enum JsonType {
    OBJECT("对象", "an object"),
    ARRAY("数组", "an array"),
    TEXT("字符串", "a string"),
    NUMBER("数字", "a number"),
    BOOLEAN("布尔值", "a boolean"),
    NULL("空值", "null");

    public static final Rule WRONG = Rule.error(
            "field.type",
            "每个字段的值是所要求的 JSON 类型",
            "Each value is of the JSON type that its field asks for",
            "%s 是%s，应为%s",
            "%s is %s, expected %s");

    private final Bilingual name;

    JsonType(String zh, String en) {
        this.name = new Bilingual(zh, en);
    }

    private static JsonType of(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT, POJO -> OBJECT;
            case ARRAY -> ARRAY;
            case STRING, BINARY -> TEXT;
            case NUMBER -> NUMBER;
            case BOOLEAN -> BOOLEAN;
            case NULL, MISSING -> NULL;
        };
    }

    /** Whether the value is of this type; adds an error if it is not. */
    boolean isOf(JsonNode value, Pointer at, Findings findings) {
        JsonType actual = of(value);
        if (actual == this) {
            return true;
        }
        findings.add(WRONG, at, Quoted.shown(value), actual.name, name);
        return false;
    }
}
