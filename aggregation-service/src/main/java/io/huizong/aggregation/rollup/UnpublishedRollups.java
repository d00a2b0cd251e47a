package io.huizong.aggregation.rollup;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.hibernate.Session;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/**
 * The rollups whose content is not published yet. The transaction that changes a rollup adds it; the publisher removes
 * it.
 */
@ApplicationScoped
public class UnpublishedRollups {

    // They come and go, so databases have no useful statistics about them and would scan all rollups.
    private static final String EXIST = """
            select 1 from rollup force index (unpublished)
            where generation = :generation and unpublished is not null limit 1""";

    private static final String COUNT = """
            select count(*) from rollup force index (unpublished)
            where generation = :generation and unpublished is not null""";

    private static final String READ = """
            select * from rollup force index (unpublished)
            where generation = :generation and unpublished = :level and period >= :period
                and (period > :period or jurisdiction > :code)
            order by period, jurisdiction limit :limit""";

    private static final String OF_KEYS =
            " where generation = :generation and period = :period and jurisdiction in (:codes)";

    private static final String ADD = "update rollup force index (primary) set unpublished = :level" + OF_KEYS;

    private static final String LOCK =
            "select jurisdiction, version from rollup force index (primary)" + OF_KEYS + " for update skip locked";

    private static final String CLEAR = "update rollup force index (primary) set unpublished = null" + OF_KEYS;

    private static final int MAX_ADDED = 500;

    private final RollupRows rows;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    UnpublishedRollups(RollupRows rows, DivisionTree tree, IndicatorCatalog catalog) {
        this.rows = rows;
        this.tree = tree;
        this.catalog = catalog;
    }

    /** Whether any rollup of that generation is unpublished. */
    @Transactional
    public boolean exist(int generation) {
        return !rows.getEntityManager()
                .createNativeQuery(EXIST)
                .setParameter("generation", generation)
                .getResultList()
                .isEmpty();
    }

    /** How many rollups of that generation are unpublished. */
    @Transactional
    public long count(int generation) {
        return rows.getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(COUNT, Long.class)
                .setParameter("generation", generation)
                .getSingleResult();
    }

    /** Adds all rollups of that generation, some at a time, each time in a transaction of its own. */
    public void addAll(int generation) {
        GenerationKey last = new GenerationKey(generation, "", "");
        while (last != null) {
            GenerationKey after = last;
            last = QuarkusTransaction.requiringNew().call(() -> add(after));
        }
    }

    private Level level(GenerationKey id) {
        return tree.get(id.jurisdiction()).map(Jurisdiction::level).orElse(Level.TOWNSHIP);
    }

    private Query ofKeys(String query, int generation, String period, Collection<String> codes) {
        return rows.getEntityManager()
                .createNativeQuery(query)
                .setParameter("generation", generation)
                .setParameter("period", period)
                .setParameter("codes", codes);
    }

    /** Returns the last key of those that it has added; null if there are no more. */
    private GenerationKey add(GenerationKey after) {
        List<GenerationKey> some = rows.published(after, MAX_ADDED);
        Map<Level, Map<String, List<String>>> codes = some.stream()
                .collect(groupingBy(
                        this::level,
                        groupingBy(GenerationKey::period, mapping(GenerationKey::jurisdiction, toList()))));
        // In the order in which all writers lock rollups.
        new TreeMap<>(codes).descendingMap().forEach((level, byPeriod) -> new TreeMap<>(byPeriod)
                .forEach((period, ofPeriod) -> ofKeys(ADD, after.generation(), period, ofPeriod)
                        .setParameter("level", level.name())
                        .executeUpdate()));
        return some.isEmpty() ? null : some.get(some.size() - 1);
    }

    /**
     * Unpublished rollups of one level in the order of their keys, read without a lock.
     *
     * @param after the key to begin after; null to begin at the first
     * @param limit the most to read
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PublishedRollup> read(int generation, Level level, GenerationKey after, int limit) {
        return rows
                .getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(READ, RollupRow.class)
                .setParameter("generation", generation)
                .setParameter("level", level.name())
                .setParameter("period", after == null ? "" : after.period())
                .setParameter("code", after == null ? "" : after.jurisdiction())
                .setParameter("limit", limit)
                .getResultList()
                .stream()
                .map(this::published)
                .toList();
    }

    /** The rollups of those keys, published or not; a missing one means that nothing is reported. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<PublishedRollup> read(Collection<GenerationKey> ids) {
        Map<GenerationKey, RollupRow> stored = rows.read(ids);
        return ids.stream()
                .map(id -> stored.containsKey(id)
                        ? published(stored.get(id))
                        : new PublishedRollup(id, 0, Optional.empty()))
                .toList();
    }

    private PublishedRollup published(RollupRow row) {
        Optional<RollupView> view = tree.get(row.id.jurisdiction())
                .map(jurisdiction -> new RollupKey(jurisdiction, Period.parse(row.id.period())))
                .map(key -> RollupView.of(key, row.id.generation(), row.rollup(), catalog))
                .filter(rollup ->
                        rollup.reports().subtree() > 0 || !rollup.indicators().isEmpty());
        return new PublishedRollup(row.id, row.version, view);
    }

    /**
     * Removes the rollups that were not changed since. One that another transaction is changing is skipped: it is
     * unpublished again anyway.
     *
     * @return whether any was skipped or has changed since
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean clear(int generation, Collection<PublishedRollup> published) {
        int cleared = published.stream()
                .collect(groupingBy(
                        one -> one.id().period(), toMap(one -> one.id().jurisdiction(), PublishedRollup::version)))
                .entrySet()
                .stream()
                .mapToInt(entry -> clear(generation, entry.getKey(), entry.getValue()))
                .sum();
        return cleared < published.size();
    }

    private int clear(int generation, String period, Map<String, Long> versions) {
        List<?> locked = ofKeys(LOCK, generation, period, versions.keySet()).getResultList();
        List<String> unchanged = locked.stream()
                .map(Object[].class::cast)
                .filter(row -> versions.get((String) row[0]) == ((Number) row[1]).longValue())
                .map(row -> (String) row[0])
                .toList();
        if (!unchanged.isEmpty()) {
            ofKeys(CLEAR, generation, period, unchanged).executeUpdate();
        }
        return unchanged.size();
    }
}
