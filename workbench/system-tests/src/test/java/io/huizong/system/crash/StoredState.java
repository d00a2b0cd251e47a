package io.huizong.system.crash;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** What the tables of the serving generation hold. */
final class StoredState {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SERVING = " where generation = (select number from generation where state = 'SERVING')";

    private final Connection connection;

    StoredState(Connection connection) {
        this.connection = connection;
    }

    /** How far each partition is taken in. */
    Map<Integer, Long> positions() throws SQLException {
        return read(
                "select log_partition, next_offset from log_position" + SERVING,
                row -> row.getInt("log_partition"),
                row -> row.getLong("next_offset"));
    }

    /** How many records the generation that is being built has taken in; empty if none is being built. */
    Optional<Long> rebuilt() throws SQLException {
        return Optional.ofNullable(read(
                        "select number, (select coalesce(sum(next_offset), 0) from log_position where generation = number) as taken from generation where state = 'BUILDING'",
                        row -> "taken",
                        row -> row.getLong("taken"))
                .get("taken"));
    }

    Map<UUID, SubmissionOutcome> outcomes() throws SQLException {
        return read(
                "select submission_id, outcome, revision, replaced from submission" + SERVING,
                row -> uuid(row, "submission_id"),
                row -> new SubmissionOutcome(
                        row.getString("outcome"), row.getObject("revision", Integer.class), uuid(row, "replaced")));
    }

    /** Of every place that has a revision. */
    Map<Place, NewestRevision> revisions() throws SQLException {
        return read(
                "select jurisdiction, period, revision, current from report" + SERVING + " and revision > 0",
                StoredState::place,
                row -> new NewestRevision(row.getInt("revision"), uuid(row, "current")));
    }

    /** Every row, also one in which nothing is left. */
    Map<Place, Rollup> rollups() throws SQLException {
        return read(
                "select jurisdiction, period, scope, own_has_figures, reports, reports_without_figures, cells from rollup"
                        + SERVING,
                StoredState::place,
                row -> new Rollup(
                        row.getString("scope"),
                        row.getBoolean("own_has_figures"),
                        row.getInt("reports"),
                        row.getInt("reports_without_figures"),
                        cells(row.getString("cells"))));
    }

    /** Of every row. */
    Map<Place, Long> versions() throws SQLException {
        return read(
                "select jurisdiction, period, version from rollup" + SERVING,
                StoredState::place,
                row -> row.getLong("version"));
    }

    /** Places whose rollup the topic of changes lacks, with its version. */
    Map<Place, Long> unpublished() throws SQLException {
        return read(
                "select jurisdiction, period, version from rollup" + SERVING + " and unpublished is not null",
                StoredState::place,
                row -> row.getLong("version"));
    }

    private interface Column<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <K, V> Map<K, V> read(String query, Column<K> key, Column<V> value) throws SQLException {
        Map<K, V> read = new HashMap<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                read.put(key.of(row), value.of(row));
            }
        }
        return read;
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("jurisdiction"), row.getString("period"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        if (bytes == null) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static Map<String, Rollup.Cell> cells(String text) {
        try {
            Map<String, Rollup.Cell> cells = new HashMap<>();
            JSON.readTree(text)
                    .properties()
                    .forEach(cell -> cells.put(
                            cell.getKey(),
                            new Rollup.Cell(
                                    tally(cell.getValue().path("own")),
                                    tally(cell.getValue().path("sub")))));
            return cells;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Tally tally(JsonNode numbers) {
        return switch (numbers.size()) {
            case 0 -> Tally.NONE;
            case 3 ->
                new Tally(
                        numbers.get(0).decimalValue(),
                        BigDecimal.ZERO,
                        numbers.get(1).intValue(),
                        0,
                        numbers.get(2).intValue());
            default ->
                new Tally(
                        numbers.get(0).decimalValue(),
                        numbers.get(1).decimalValue(),
                        numbers.get(2).intValue(),
                        numbers.get(3).intValue(),
                        numbers.get(4).intValue());
        };
    }
}
