package io.huizong.system.drill;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.huizong.system.history.Seed;

/**
 * What is lost, and for how long.
 *
 * @param each how often each kind of machine is lost in the long form; in the short one some kinds are lost once
 * @param away how many reports are accepted while a machine is away, at least; in the long form up to three times as many
 */
record DrillPlan(long seed, boolean isLong, int each, int away) {

    private static final List<Loss> SHORT = List.of(Loss.AGGREGATION, Loss.PRIMARY, Loss.CONTROLLER, Loss.INTAKE);

    static DrillPlan fromSystemProperties() {
        boolean isLong = Boolean.getBoolean("drill.long");
        long seed = Seed.of("drill.seed", isLong);
        return isLong ? new DrillPlan(seed, true, 4, 1_500) : new DrillPlan(seed, false, 1, 300);
    }

    /** All losses in the order in which they come. */
    List<Loss> losses(Random random) {
        if (!isLong) {
            return SHORT;
        }
        List<Loss> losses = new ArrayList<>();
        for (Loss loss : Loss.values()) {
            losses.addAll(Collections.nCopies(each, loss));
        }
        Collections.shuffle(losses, random);
        return losses;
    }

    int away(Random random) {
        return isLong ? away + random.nextInt(2 * away) : away;
    }
}
