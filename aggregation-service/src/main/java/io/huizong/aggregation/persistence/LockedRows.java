package io.huizong.aggregation.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.StatelessSession;

/**
 * A repository of rows with a {@link GenerationKey}. Some hundred rows are locked, changed and written back at a
 * time, so they are not managed entities: {@link #write} stores them.
 *
 * @param <R> the row's entity, whose id is a {@link GenerationKey} named {@code id}
 */
public abstract class LockedRows<R> implements PanacheRepositoryBase<R, GenerationKey> {

    @Inject
    StatelessSession session;

    private final Class<R> type;
    private final Function<R, GenerationKey> id;
    private final RowStatement<GenerationKey> making;
    private final RowStatement<R> writing;

    /**
     * @param type the row's entity
     * @param id the id of a row
     * @param making makes an empty row, or leaves an existing one, with the parameters of its id
     * @param writing makes a row or replaces an existing one
     */
    protected LockedRows(Class<R> type, Function<R, GenerationKey> id, String making, RowStatement<R> writing) {
        this.type = type;
        this.id = id;
        this.making = new RowStatement<>(making, (upsert, key) -> key.bind(upsert));
        this.writing = writing;
    }

    /**
     * The rows of those keys, missing ones made, all locked until the transaction ends.
     *
     * <p>No row is ever locked by a gap, and what is read after the upsert at READ COMMITTED is what the last holder of the
     * lock committed.
     *
     * @param keys in the order in which all writers lock the table's rows
     */
    public Map<GenerationKey, R> lock(List<GenerationKey> keys) {
        making.run(session, keys);
        return read(keys);
    }

    /** Writes rows that are locked, in the same order. */
    public void write(List<R> rows) {
        writing.run(session, rows);
    }

    /** The row of a key, if it is there. */
    public Optional<R> read(GenerationKey key) {
        return Optional.ofNullable(session.get(type, key));
    }

    /** The rows of those keys that are there. */
    public Map<GenerationKey, R> read(Collection<GenerationKey> keys) {
        Map<Integer, Map<String, List<String>>> codes = keys.stream()
                .collect(groupingBy(
                        GenerationKey::generation,
                        groupingBy(GenerationKey::period, mapping(GenerationKey::jurisdiction, toList()))));
        Map<GenerationKey, R> rows = new HashMap<>();
        codes.forEach((generation, byPeriod) -> byPeriod.forEach(
                (period, some) -> read(generation, period, some).forEach(row -> rows.put(id.apply(row), row))));
        return rows;
    }

    private List<R> read(int generation, String period, List<String> codes) {
        return InList.select(codes, in -> session.createSelectionQuery(
                        "from %s where id.generation = :generation and id.period = :period and id.jurisdiction in %s"
                                .formatted(type.getSimpleName(), in),
                        type)
                .setParameter("generation", generation)
                .setParameter("period", period));
    }
}
