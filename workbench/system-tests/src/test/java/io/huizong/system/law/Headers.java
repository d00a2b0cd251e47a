package io.huizong.system.law;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import io.huizong.contract.event.EncodedEvent;

/** Headers as bytes. */
final class Headers {

    private Headers() {}

    static Map<String, byte[]> of(EncodedEvent event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        event.headers().forEach((name, value) -> headers.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }

    /** The same with one more, or another one in its place. */
    static Map<String, byte[]> with(Map<String, byte[]> headers, String name, byte[] value) {
        Map<String, byte[]> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
