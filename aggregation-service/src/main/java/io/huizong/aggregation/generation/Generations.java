package io.huizong.aggregation.generation;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.aggregation.generation.GenerationRows.Known;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * The generations: each is a derivation of all totals from the topic. An instance answers from, fills and publishes
 * only generations with its own files: with other files it would compute other totals.
 */
@ApplicationScoped
public class Generations {

    private static final Set<GenerationState> ANSWERING = EnumSet.of(GenerationState.SERVING, GenerationState.RETIRED);

    private final GenerationRows rows;
    private final GenerationFiles files;

    Generations(GenerationRows rows, DivisionTree tree, IndicatorCatalog catalog) {
        this.rows = rows;
        this.files = GenerationFiles.of(tree, catalog);
    }

    /** The files of this instance. */
    public GenerationFiles files() {
        return files;
    }

    /**
     * Number of the generation that this instance answers from: the serving one, or the last with its files while that is
     * kept.
     *
     * @throws NoGenerationException if there is none
     */
    @Transactional
    public int answering() {
        return mine(rows.known(), ANSWERING)
                .orElseThrow(() -> new NoGenerationException("no generation with the files of this instance is kept"));
    }

    /** Number of the serving generation, if it has the files of this instance. */
    @Transactional
    public Optional<Integer> serving() {
        return mine(rows.known(), EnumSet.of(GenerationState.SERVING));
    }

    /** Number of the generation that is being filled, if one with the files of this instance is. */
    @Transactional
    public Optional<Integer> building() {
        return mine(rows.known(), EnumSet.of(GenerationState.BUILDING));
    }

    /** Number of the generation that is being filled, with whatever files. */
    @Transactional
    public Optional<Integer> anyBuilding() {
        return any(GenerationState.BUILDING);
    }

    /**
     * Number of the generation that serves, with whatever files.
     *
     * @throws NoGenerationException if none does
     */
    @Transactional
    public int anyServing() {
        return any(GenerationState.SERVING).orElseThrow(() -> new NoGenerationException("no generation serves"));
    }

    private Optional<Integer> any(GenerationState state) {
        return rows.known().stream()
                .filter(known -> known.state() == state)
                .map(Known::number)
                .findFirst();
    }

    /**
     * Number of the serving generation, kept from being replaced until the transaction ends.
     *
     * @throws NoGenerationException if it has other files than this instance
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int lockServing() {
        return mine(rows.lockShared(), EnumSet.of(GenerationState.SERVING))
                .orElseThrow(() -> new NoGenerationException("the serving generation has other files"));
    }

    /**
     * Number of the generation that is being filled, if one with the files of this instance is, kept from being switched to
     * until the transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Integer> lockBuilding() {
        return mine(rows.lockShared(), EnumSet.of(GenerationState.BUILDING));
    }

    private Optional<Integer> mine(List<Known> all, Set<GenerationState> states) {
        return all.stream()
                .filter(known -> states.contains(known.state()) && files.equals(known.files()))
                .max(Comparator.comparing((Known known) -> known.state() == GenerationState.SERVING)
                        .thenComparing(Known::number))
                .map(Known::number);
    }
}
