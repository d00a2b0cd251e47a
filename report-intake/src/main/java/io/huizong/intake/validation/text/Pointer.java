package io.huizong.intake.validation.text;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A place in a request. Its text is a JSON pointer in URI fragment form (RFC 6901, section 6), made when asked for. */
public record Pointer(Pointer parent, String token) {

    /** The whole request. */
    public static final Pointer ROOT = new Pointer(null, "");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNESCAPED_IN_FRAGMENT = "-._~!$&'()*+,;=:@/?";

    public Pointer to(String member) {
        return new Pointer(this, member);
    }

    public Pointer to(int index) {
        return new Pointer(this, Integer.toString(index));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("#");
        appendTo(text);
        return text.toString();
    }

    private void appendTo(StringBuilder text) {
        if (parent != null) {
            parent.appendTo(text);
            text.append('/');
            escape(token.replace("~", "~0").replace("/", "~1"), text);
        }
    }

    private static void escape(String token, StringBuilder text) {
        for (byte octet : token.getBytes(StandardCharsets.UTF_8)) {
            if (isUnescaped((char) octet)) {
                text.append((char) octet);
            } else {
                HEX.toHexDigits(text.append('%'), octet);
            }
        }
    }

    private static boolean isUnescaped(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || UNESCAPED_IN_FRAGMENT.indexOf(c) >= 0;
    }
}
