package io.huizong.system.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.huizong.contract.event.Origin;

/** Who submits and how: now and then under a key; now and then under one that was used before, here or elsewhere. */
public final class RandomOrigins {

    private static final int CLIENTS = 5;

    private final Random random;
    private final Map<String, List<Origin>> keyed = new HashMap<>();
    private final List<Origin> all = new ArrayList<>();

    public RandomOrigins(Random random) {
        this.random = random;
    }

    /** The names of all clients. */
    public static List<String> clients() {
        return IntStream.range(0, CLIENTS).mapToObj(RandomOrigins::client).toList();
    }

    private static String client(int number) {
        return "upstream-" + number;
    }

    /** That of a submission for the jurisdiction. */
    public Origin next(String jurisdiction) {
        List<Origin> used = keyed.computeIfAbsent(jurisdiction, none -> new ArrayList<>());
        if (!used.isEmpty() && random.nextInt(4) == 0) {
            return used.get(random.nextInt(used.size()));
        }
        if (!all.isEmpty() && random.nextInt(12) == 0) {
            Origin shared = all.get(random.nextInt(all.size()));
            used.add(shared);
            return shared;
        }
        String client = client(random.nextInt(CLIENTS));
        if (random.nextInt(4) > 0) {
            return Origin.of(client);
        }
        Long line = random.nextBoolean() ? 1L + random.nextInt(3) : null;
        Origin fresh = new Origin(client, "key-%s-%d".formatted(jurisdiction, used.size()), line);
        used.add(fresh);
        all.add(fresh);
        return fresh;
    }
}
