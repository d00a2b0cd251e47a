package io.huizong.aggregation.place;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jakarta.inject.Inject;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.StatelessSession;

import io.huizong.aggregation.bulk.InList;
import io.huizong.aggregation.bulk.Upsert;

/**
 * A repository of rows that are kept for each place. Rows are locked, changed and written back some hundred at a time, so
 * they are read without being watched: what is to be stored is written by {@link #write}.
 *
 * @param <R> the row's entity, whose id is a {@link PlaceId} named {@code id}
 */
public abstract class PlaceRows<R> implements PanacheRepositoryBase<R, PlaceId> {

    @Inject
    StatelessSession session;

    private final Class<R> type;
    private final Function<R, PlaceId> id;
    private final Upsert<PlaceId> making;
    private final Upsert<R> writing;

    /**
     * @param type the row's entity
     * @param id the id of a row
     * @param making makes an empty row, or does nothing to one that is there, with the parameters of its id
     * @param writing makes a row or takes the place of one that is there
     */
    protected PlaceRows(Class<R> type, Function<R, PlaceId> id, String making, Upsert<R> writing) {
        this.type = type;
        this.id = id;
        this.making = new Upsert<>(making, (upsert, key) -> key.bind(upsert));
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
    public Map<PlaceId, R> lock(List<PlaceId> keys) {
        making.run(session, keys);
        return read(keys);
    }

    /** Writes rows that nobody else can write meanwhile, in that order too. */
    public void write(List<R> rows) {
        writing.run(session, rows);
    }

    /** The row of a key, if it is there. */
    public Optional<R> read(PlaceId key) {
        return Optional.ofNullable(session.get(type, key));
    }

    /** The rows of those keys that are there. */
    public Map<PlaceId, R> read(Collection<PlaceId> keys) {
        Map<Integer, Map<String, List<String>>> codes = keys.stream()
                .collect(groupingBy(
                        PlaceId::generation, groupingBy(PlaceId::period, mapping(PlaceId::jurisdiction, toList()))));
        Map<PlaceId, R> rows = new HashMap<>();
        codes.forEach((generation, byPeriod) -> byPeriod.forEach(
                (period, some) -> read(generation, period, some).forEach(row -> rows.put(id.apply(row), row))));
        return rows;
    }

    private List<R> read(int generation, String period, List<String> codes) {
        List<R> rows = new ArrayList<>();
        InList.of(codes)
                .forEach(some -> rows.addAll(some.bind(session.createSelectionQuery(
                                "from %s where id.generation = :generation and id.period = :period and id.jurisdiction in %s"
                                        .formatted(type.getSimpleName(), some.parameters()),
                                type))
                        .setParameter("generation", generation)
                        .setParameter("period", period)
                        .getResultList()));
        return rows;
    }
}
