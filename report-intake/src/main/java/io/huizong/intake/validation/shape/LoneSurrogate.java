package io.huizong.intake.validation.shape;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.text.Pointer;

/** Finds text with a lone surrogate, which cannot be written in UTF-8. */
public final class LoneSurrogate {

    public static final Rule FOUND = Rule.error(
            "json.lone_surrogate",
            "文本由完整的字符组成",
            "Text is made of whole characters",
            "%s 处的文本含有不成对的代理码元（\\ud800 至 \\udfff），应为完整的字符",
            "The text at %s has half of a surrogate pair (\\ud800 to \\udfff), expected whole characters");

    private LoneSurrogate() {}

    /** Where the first such text is; a key or a value. */
    public static Optional<Pointer> in(JsonNode node, Pointer at) {
        if (node.isTextual()) {
            return isIn(node.textValue()) ? Optional.of(at) : Optional.empty();
        }
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                Optional<Pointer> found = in(node.get(index), at.to(index));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            Optional<Pointer> found =
                    isIn(member.getKey()) ? Optional.of(at) : in(member.getValue(), at.to(member.getKey()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isIn(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
