package io.huizong.aggregation.generation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * Lets the generation that is being filled serve, if it has taken in all that the serving one has. Nobody applies
     * anything between the comparison and the switch.
     *
     * @return whether it serves now
     */
    @Transactional
    public boolean takeOver(int building, String logId) {
        List<GenerationRow> all = rows.lockAll();
        GenerationRow successor = only(all, GenerationState.BUILDING);
        GenerationRow serving = only(all, GenerationState.SERVING);
        if (successor == null || successor.number != building || !isCaughtUp(successor, serving, logId)) {
            return false;
        }
        serving.state = GenerationState.RETIRED;
        serving.retiredAt = Instant.now(clock);
        successor.state = GenerationState.SERVING;
        return true;
    }

    private boolean isCaughtUp(GenerationRow successor, GenerationRow serving, String logId) {
        Map<Integer, Long> reached = positions.read(successor.number, logId);
        return positions.read(serving.number, logId).entrySet().stream()
                .allMatch(position -> reached.getOrDefault(position.getKey(), 0L) >= position.getValue());
    }

    private static GenerationRow only(List<GenerationRow> all, GenerationState state) {
        return all.stream().filter(row -> row.state == state).findFirst().orElse(null);
    }
}
