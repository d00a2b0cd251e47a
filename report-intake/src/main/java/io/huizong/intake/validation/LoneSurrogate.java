package io.huizong.intake.validation;

import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Finds text that is no sequence of Unicode characters, and so cannot be written in UTF-8. */
final class LoneSurrogate {

    private LoneSurrogate() {}

    /** The first place of such a text, be it a key or a value. */
    static Optional<Pointer> in(JsonNode node, Pointer at) {
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
