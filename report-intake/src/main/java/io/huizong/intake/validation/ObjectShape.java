package io.huizong.intake.validation;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The members of a JSON object: which it must have, which it may have, and what reads them. */
final class ObjectShape<T> {

    private final Map<String, MemberReader<T>> readers = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();

    ObjectShape<T> must(String name, MemberReader<T> reader) {
        required.add(name);
        return may(name, reader);
    }

    ObjectShape<T> may(String name, MemberReader<T> reader) {
        readers.put(name, reader);
        return this;
    }

    void read(JsonNode object, Pointer at, T into, Findings findings) {
        if (!JsonType.OBJECT.isOf(object, at, findings)) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            MemberReader<T> reader = readers.get(member.getKey());
            if (reader == null) {
                unknown(member.getKey(), at, findings);
            } else {
                reader.read(member.getValue(), at.to(member.getKey()), into, findings);
            }
        }
        for (String name : required) {
            if (!object.has(name)) {
                findings.error(
                        at.to(name),
                        "field.missing",
                        Sentence.of("缺少必填字段 %s", "The field %s is missing, expected it here", name));
            }
        }
    }

    private void unknown(String name, Pointer at, Findings findings) {
        findings.error(
                at.to(name),
                "field.unknown",
                Sentence.of(
                        "没有名为 %s 的字段，相近的有：%s",
                        "There is no field %s, expected one such as %s",
                        Sentence.shown(name),
                        Nearest.to(name, readers.keySet())));
    }
}
