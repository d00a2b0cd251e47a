package io.huizong.aggregation.place;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

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
     * The rows of those places, missing ones made, all locked until the transaction ends.
     *
     * <p>No row is ever locked by a gap, and what is read after the upsert at READ COMMITTED is what the last holder of the
     * lock committed.
     *
     * @param places in {@link Place#LOCK_ORDER}
     */
    public Map<Place, R> lock(int generation, Collection<Place> places) {
        making.run(
                session,
                places.stream().map(place -> PlaceId.of(generation, place)).toList());
        return read(generation, places);
    }

    /** Writes rows that nobody else can write meanwhile, in {@link Place#LOCK_ORDER}. */
    public void write(List<R> rows) {
        writing.run(session, rows);
    }

    /** The row of a place, if it is there. */
    public Optional<R> read(int generation, Place place) {
        return Optional.ofNullable(session.get(type, PlaceId.of(generation, place)));
    }

    /** The rows of those places that are there. */
    public Map<Place, R> read(int generation, Collection<Place> places) {
        Map<PlaceId, Place> byId =
                places.stream().collect(toMap(place -> PlaceId.of(generation, place), Function.identity()));
        Map<String, List<String>> codesByPeriod =
                byId.keySet().stream().collect(groupingBy(PlaceId::period, mapping(PlaceId::jurisdiction, toList())));
        Map<Place, R> rows = new HashMap<>();
        codesByPeriod.forEach(
                (period, codes) -> InList.of(codes).forEach(some -> some.bind(session.createSelectionQuery(
                                "from %s where id.generation = :generation and id.period = :period and id.jurisdiction in %s"
                                        .formatted(type.getSimpleName(), some.parameters()),
                                type))
                        .setParameter("generation", generation)
                        .setParameter("period", period)
                        .getResultList()
                        .forEach(row -> rows.put(byId.get(id.apply(row)), row))));
        return rows;
    }
}
