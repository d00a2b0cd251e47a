package io.huizong.system.history;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What differs between two maps, as sentences; a few of them tell enough. */
public final class Differences {

    private static final int MAX_SHOWN = 20;

    private Differences() {}

    public static <K, V> List<String> between(Map<K, V> expected, Map<K, V> stored) {
        Set<K> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(stored.keySet());
        List<String> differences = new ArrayList<>();
        for (K key : keys) {
            if (!Objects.equals(expected.get(key), stored.get(key)) && differences.size() < MAX_SHOWN) {
                differences.add("%s: expected %s, stored %s".formatted(key, expected.get(key), stored.get(key)));
            }
        }
        return differences;
    }
}
