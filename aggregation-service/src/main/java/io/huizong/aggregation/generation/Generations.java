package io.huizong.aggregation.generation;

import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.jboss.logging.Logger;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/** The derivations of the totals from the log, of which one serves. */
@ApplicationScoped
public class Generations {

    private static final Logger LOG = Logger.getLogger(Generations.class);

    private final GenerationRows rows;

    Generations(GenerationRows rows) {
        this.rows = rows;
    }

    /** Number of the generation that answers queries. */
    @Transactional
    public int serving() {
        return servingRow().number;
    }

    /** Number of the generation that is being filled, if one is. */
    @Transactional
    public Optional<Integer> building() {
        return rows.in(GenerationState.BUILDING).map(row -> row.number);
    }

    /** Number of the generation that answers queries, kept from being replaced until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public int lockServing() {
        return rows.lockedIn(GenerationState.SERVING).orElseThrow();
    }

    /** Number of the generation that is being filled, if one is, kept from being switched to until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Integer> lockBuilding() {
        return rows.lockedIn(GenerationState.BUILDING);
    }

    /**
     * Compares the tree and the catalog with those that the serving generation was made with, and remembers them if it is
     * new.
     *
     * @throws ConfigurationException if the tree is another one: the totals of its jurisdictions would be wrong
     */
    @Transactional
    public void check(DivisionTree tree, IndicatorCatalog catalog) {
        GenerationRow serving = servingRow();
        if (serving.divisions == null) {
            serving.divisions = tree.fingerprint();
            serving.indicators = catalog.fingerprint();
        }
        if (!serving.divisions.equals(tree.fingerprint())) {
            throw new ConfigurationException(
                    "The totals in the database went up another division tree (%.8s) than the one configured (%.8s): configure that tree again, or start with an empty database, which is filled from the log"
                            .formatted(serving.divisions, tree.fingerprint()));
        }
        if (!serving.indicators.equals(catalog.fingerprint())) {
            LOG.warnf(
                    "The totals in the database were made with another indicator catalog (%.8s) than the one configured (%.8s); a rate that is new in it lacks the reports applied before, until the totals are rebuilt",
                    serving.indicators, catalog.fingerprint());
        }
    }

    private GenerationRow servingRow() {
        return rows.in(GenerationState.SERVING).orElseThrow();
    }
}
