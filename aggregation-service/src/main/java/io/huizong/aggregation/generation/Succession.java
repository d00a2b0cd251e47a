package io.huizong.aggregation.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.log.LogPositions;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/** How one generation follows another. */
@ApplicationScoped
public class Succession {

    private final GenerationRows rows;
    private final LogPositions positions;
    private final Clock clock = Clock.systemUTC();

    Succession(GenerationRows rows, LogPositions positions) {
        this.rows = rows;
        this.positions = positions;
    }

    /**
     * Begins a generation that is to be filled with the totals of that tree and catalog.
     *
     * @return its number; empty if one is being filled already
     */
    @Transactional
    public Optional<Integer> begin(DivisionTree tree, IndicatorCatalog catalog) {
        List<GenerationRow> all = rows.lockAll();
        if (all.stream().anyMatch(row -> row.state == GenerationState.BUILDING)) {
            return Optional.empty();
        }
        GenerationRow next = new GenerationRow();
        next.number = all.get(all.size() - 1).number + 1;
        next.state = GenerationState.BUILDING;
        next.divisions = tree.fingerprint();
        next.indicators = catalog.fingerprint();
        rows.persist(next);
        return Optional.of(next.number);
    }

    /**
     * Lets the generation that is being filled serve. Nobody applies anything meanwhile, so that it can be brought to where
     * the serving one is even while reports keep coming.
     *
     * @param last takes in what comes next in the log; false if nothing came
     * @return whether it serves now; false if it was not being filled any more
     * @throws IllegalStateException if the log did not deliver what is lacking; the generation is then as it was before
     */
    @Transactional
    public boolean takeOver(int building, String logId, BooleanSupplier last) {
        List<GenerationRow> all = rows.lockAll();
        GenerationRow successor = only(all, GenerationState.BUILDING);
        if (successor == null || successor.number != building) {
            return false;
        }
        while (lacks(building, logId) > 0) {
            if (!last.getAsBoolean()) {
                throw new IllegalStateException(
                        "The log does not deliver the last records that generation %d lacks".formatted(building));
            }
        }
        GenerationRow serving = only(all, GenerationState.SERVING);
        serving.state = GenerationState.RETIRED;
        serving.retiredAt = Instant.now(clock);
        successor.state = GenerationState.SERVING;
        return true;
    }

    /** How many records the serving generation has taken in that another has not. */
    @Transactional
    public long lacks(int generation, String logId) {
        int serving = rows.in(GenerationState.SERVING).orElseThrow().number;
        Map<Integer, Long> reached = positions.read(generation, logId);
        return positions.read(serving, logId).entrySet().stream()
                .mapToLong(position -> position.getValue() - reached.getOrDefault(position.getKey(), 0L))
                .filter(lacking -> lacking > 0)
                .sum();
    }

    private static GenerationRow only(List<GenerationRow> all, GenerationState state) {
        return all.stream().filter(row -> row.state == state).findFirst().orElse(null);
    }
}
