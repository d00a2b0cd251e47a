package io.huizong.system.stored;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.huizong.local.count.Tally;
import io.huizong.system.history.NewestRevision;
import io.huizong.system.history.NotCounted;
import io.huizong.system.history.Place;
import io.huizong.system.history.PlacedSubmission;
import io.huizong.system.history.Rollup;
import io.huizong.system.history.SubmissionOutcome;

/** What the tables of the serving generation hold. */
public final class StoredTables {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String SERVING = " where generation = (select number from generation where state = 'SERVING')";

    private final Connection connection;

    /** Read over that connection. */
    public StoredTables(Connection connection) {
        this.connection = connection;
    }

    /** How far each partition of the one log is taken in; those of which nothing is are left out. */
    public Map<Integer, Long> positions() throws SQLException {
        return read(
                "select log_partition, next_offset from log_position" + SERVING + " and next_offset > 0",
                row -> row.getInt("log_partition"),
                row -> row.getLong("next_offset"));
    }

    /** How far each partition of that log is taken in; those of which nothing is are left out. */
    public Map<Integer, Long> positions(String log) throws SQLException {
        return read(
                "select log_partition, next_offset from log_position%s and next_offset > 0 and log_id = '%s'"
                        .formatted(SERVING, log),
                row -> row.getInt("log_partition"),
                row -> row.getLong("next_offset"));
    }

    /** The number of the serving generation. */
    public int generation() throws SQLException {
        return read(
                        "select number from generation where state = 'SERVING'",
                        row -> "number",
                        row -> row.getInt("number"))
                .get("number");
    }

    /** How many records the generation that is being built has taken in; empty if none is being built. */
    public Optional<Long> rebuilt() throws SQLException {
        return Optional.ofNullable(read(
                        "select number, (select coalesce(sum(next_offset), 0) from log_position where generation = number) as taken from generation where state = 'BUILDING'",
                        row -> "taken",
                        row -> row.getLong("taken"))
                .get("taken"));
    }

    /** Of every submission that could be read. */
    public Map<PlacedSubmission, SubmissionOutcome> outcomes() throws SQLException {
        return read(
                "select submission_id, jurisdiction, period, outcome, revision, replaced from submission" + SERVING
                        + " and outcome <> 'UNREADABLE'",
                StoredTables::submission,
                row -> new SubmissionOutcome(
                        row.getString("outcome"), row.getObject("revision", Integer.class), uuid(row, "replaced")));
    }

    /** What is not counted of each current report. */
    public Map<PlacedSubmission, Set<NotCounted>> uncounted() throws SQLException {
        return read("""
                select uncounted.submission_id, uncounted.jurisdiction, uncounted.period, uncounted.not_counted
                from uncounted
                join report on report.generation = uncounted.generation
                    and report.jurisdiction = uncounted.jurisdiction and report.period = uncounted.period
                    and report.current = uncounted.submission_id
                where uncounted.generation = (select number from generation where state = 'SERVING')""", StoredTables::submission, row -> notCounted(row.getString("not_counted")));
    }

    /** The records of that log that were set aside, with the submission that each says it is. */
    public Map<LogOffset, Optional<UUID>> unreadable(String log) throws SQLException {
        return read(
                "select log_partition, log_offset, submission_id from unreadable%s and log_id = '%s'"
                        .formatted(SERVING, log),
                row -> new LogOffset(row.getInt("log_partition"), row.getLong("log_offset")),
                row -> Optional.ofNullable(uuid(row, "submission_id")));
    }

    /** Of every place that has a revision. */
    public Map<Place, NewestRevision> revisions() throws SQLException {
        return read(
                "select jurisdiction, period, revision, current from report" + SERVING + " and revision > 0",
                StoredTables::place,
                row -> new NewestRevision(row.getInt("revision"), uuid(row, "current")));
    }

    /** Every row, also one in which nothing is left. */
    public Map<Place, Rollup> rollups() throws SQLException {
        return read(
                "select jurisdiction, period, scope, own_has_figures, reports, reports_without_figures, cells from rollup"
                        + SERVING,
                StoredTables::place,
                row -> new Rollup(
                        row.getString("scope"),
                        row.getBoolean("own_has_figures"),
                        row.getInt("reports"),
                        row.getInt("reports_without_figures"),
                        cells(row.getString("cells"))));
    }

    /** Of every row that counts a revision. */
    public Map<Place, Long> versions() throws SQLException {
        return read(
                "select jurisdiction, period, version from rollup" + SERVING + " and version > 0",
                StoredTables::place,
                row -> row.getLong("version"));
    }

    /** Places whose rollup the topic of changes lacks, with its version. */
    public Map<Place, Long> unpublished() throws SQLException {
        return read(
                "select jurisdiction, period, version from rollup" + SERVING + " and unpublished is not null",
                StoredTables::place,
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

    private static PlacedSubmission submission(ResultSet row) throws SQLException {
        return new PlacedSubmission(uuid(row, "submission_id"), place(row));
    }

    /** What a list of {@code {"pointer": …, "code": …}} says. */
    public static Set<NotCounted> notCounted(JsonNode list) {
        Set<NotCounted> parts = new HashSet<>();
        list.forEach(part -> parts.add(new NotCounted(
                part.path("pointer").textValue(), part.path("code").textValue())));
        return parts;
    }

    private static Set<NotCounted> notCounted(String text) {
        try {
            return notCounted(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
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
