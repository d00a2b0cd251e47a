package io.huizong.intake.validation.shape;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Nearest;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** The members of a JSON object: which are required, which are optional, and what reads them. */
public final class ObjectShape<T> {

    public static final Rule MISSING = Rule.error(
            "field.missing",
            "必填字段都在",
            "Required fields are there",
            "缺少必填字段 %s，应写明",
            "The field %s is missing, expected it here");

    public static final Rule UNKNOWN = Rule.error(
            "field.unknown",
            "没有多余的字段",
            "There are no other fields",
            "没有名为 %s 的字段，相近的有：%s",
            "There is no field %s, expected one such as %s");

    /** Reads one member of a JSON object and adds what is wrong with it. */
    @FunctionalInterface
    public interface MemberReader<T> {

        void read(JsonNode value, Pointer at, T into, Findings findings);
    }

    private final Map<String, MemberReader<T>> readers = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    public ObjectShape<T> must(String name, MemberReader<T> reader) {
        required.add(name);
        return may(name, reader);
    }

    public ObjectShape<T> may(String name, MemberReader<T> reader) {
        readers.put(name, reader);
        return this;
    }

    public void read(JsonNode object, Pointer at, T into, Findings findings) {
        if (!JsonType.OBJECT.isOf(object, at, findings)) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            MemberReader<T> reader = readers.get(member.getKey());
            if (reader == null) {
                findings.add(
                        UNKNOWN,
                        at.to(member.getKey()),
                        Quoted.shown(member.getKey()),
                        Nearest.to(member.getKey(), readers.keySet()));
            } else {
                reader.read(member.getValue(), at.to(member.getKey()), into, findings);
            }
        }
        for (String name : required) {
            if (!object.has(name)) {
                findings.add(MISSING, at.to(name), name);
            }
        }
    }
}
