package io.huizong.aggregation.place;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * A repository of rows that are kept for each place.
 *
 * @param <R> the row's entity, whose id is a {@link PlaceId} named {@code id}
 */
public abstract class PlaceRows<R> implements PanacheRepositoryBase<R, PlaceId> {

    private final String insert;
    private final Function<R, PlaceId> id;

    /**
     * @param insert an insert of an empty row with the parameters generation, period and jurisdiction that does nothing
     *     to a row that is there
     * @param id the id of a row
     */
    protected PlaceRows(String insert, Function<R, PlaceId> id) {
        this.insert = insert;
        this.id = id;
    }

    /**
     * The rows of those places, missing ones made, all locked until the transaction ends.
     *
     * <p>The upsert takes the exclusive lock whether it finds a row or makes one, so no row is ever locked by a gap, and
     * what is read afterwards at READ COMMITTED is what the last holder of the lock committed.
     *
     * @param places in {@link Place#LOCK_ORDER}
     */
    public Map<Place, R> lock(int generation, Collection<Place> places) {
        getEntityManager().unwrap(org.hibernate.Session.class).doWork(connection -> {
            try (PreparedStatement upsert = connection.prepareStatement(insert)) {
                for (Place place : places) {
                    upsert.setInt(1, generation);
                    upsert.setString(2, place.period().toString());
                    upsert.setString(3, place.jurisdiction().code());
                    upsert.addBatch();
                }
                upsert.executeBatch();
            }
        });
        return read(generation, places);
    }

    /** The rows of those places that are there. */
    public Map<Place, R> read(int generation, Collection<Place> places) {
        Map<PlaceId, Place> byId =
                places.stream().collect(toMap(place -> PlaceId.of(generation, place), Function.identity()));
        Map<String, List<String>> codesByPeriod =
                byId.keySet().stream().collect(groupingBy(PlaceId::period, mapping(PlaceId::jurisdiction, toList())));
        Map<Place, R> rows = new HashMap<>();
        codesByPeriod.forEach((period, codes) -> list(
                        "id.generation = ?1 and id.period = ?2 and id.jurisdiction in ?3", generation, period, codes)
                .forEach(row -> rows.put(byId.get(id.apply(row)), row)));
        return rows;
    }
}
