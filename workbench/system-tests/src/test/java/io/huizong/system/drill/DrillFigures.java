package io.huizong.system.drill;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** The longest times for which something stood still, for each kind of loss. */
final class DrillFigures {

    private record Figures(int losses, Duration accepted, Duration country, Duration partition) {

        static final Figures NONE = new Figures(0, Duration.ZERO, Duration.ZERO, Duration.ZERO);

        Figures and(Figures other) {
            return new Figures(
                    losses + other.losses,
                    longer(accepted, other.accepted),
                    longer(country, other.country),
                    longer(partition, other.partition));
        }

        private static Duration longer(Duration one, Duration other) {
            return one.compareTo(other) > 0 ? one : other;
        }
    }

    private final Map<Loss, Figures> byLoss = new EnumMap<>(Loss.class);

    /**
     * @param accepted the longest time in which nothing was accepted
     * @param country the longest time in which the whole country's totals did not move
     * @param partition the longest time in which nothing of one partition was applied, though records waited
     */
    void add(Loss loss, Duration accepted, Duration country, Duration partition) {
        byLoss.merge(loss, Figures.NONE.and(new Figures(1, accepted, country, partition)), Figures::and);
    }

    int losses() {
        return byLoss.values().stream().mapToInt(Figures::losses).sum();
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder("%-12s %6s %18s %18s %18s%n"
                .formatted("lost", "times", "nothing accepted", "CN did not move", "a part stood still"));
        byLoss.forEach((loss, figures) -> table.append("%-12s %6d %16.1f s %16.1f s %16.1f s%n"
                .formatted(
                        loss,
                        figures.losses(),
                        seconds(figures.accepted()),
                        seconds(figures.country()),
                        seconds(figures.partition()))));
        return table.toString();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
