package io.huizong.aggregation.generation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.hibernate.Session;

/**
 * The stamps that show whether the tables belong together. Whoever loads a dump into the schema loads one table after another:
 * until the last one is loaded, the stored offsets say something else than the other tables, and what is applied then is
 * lost. Each transaction that applies something therefore writes a new stamp into one row of each table, and does so only if the
 * tables had the same one before. From then on nobody can drop a table until the transaction ends.
 */
@ApplicationScoped
public class TableStamps {

    private static final String NO_ID = "x'00000000000000000000000000000000'";
    private static final Map<String, String> NOWHERE =
            Map.of("generation", Integer.toString(Integer.MAX_VALUE), "period", "''", "jurisdiction", "''");

    /** Where the stamps are: the columns of the key of each row, and those that cannot be left out. */
    private static final List<StampRow> ROWS = List.of(
            new StampRow("generation", Map.of("number", "0"), Map.of("state", "'RETIRED'")),
            new StampRow("log_position", inTopic(), Map.of("next_offset", "0")),
            new StampRow(
                    "submission_key",
                    with(NOWHERE, Map.of("client", "''", "idempotency_key", "''", "body_line", "0")),
                    Map.of("submission_id", NO_ID)),
            new StampRow("report", NOWHERE, Map.of("revision", "0")),
            new StampRow(
                    "submission",
                    with(NOWHERE, Map.of("submission_id", NO_ID)),
                    Map.of("outcome", "''", "log_partition", "-1", "log_offset", "0")),
            new StampRow("rollup", NOWHERE, noReports()),
            new StampRow("uncounted", with(NOWHERE, Map.of("submission_id", NO_ID)), Map.of("not_counted", "''")),
            new StampRow("unreadable", with(inTopic(), Map.of("log_offset", "0")), Map.of("reason", "''")));

    /** Names of the tables that have a stamp. */
    static final List<String> TABLES = ROWS.stream().map(StampRow::table).toList();

    // Each row is found by its whole key before anything is joined.
    private static final String RENEW = "update %s set %s where %s and %s"
            .formatted(
                    String.join(", ", TABLES),
                    each(row -> row.table + ".stamp = ?", ", "),
                    each(StampRow::isFound, " and "),
                    TABLES.stream()
                            .skip(1)
                            .map(table -> table + ".stamp = " + TABLES.get(0) + ".stamp")
                            .collect(joining(" and ")));
    private static final String READ =
            each(row -> "select '%1$s', stamp from %1$s where %2$s".formatted(row.table, row.isFound()), " union all ");
    private static final String ANY_ROW = TABLES.stream()
            .skip(1)
            .map("exists (select 1 from %s)"::formatted)
            .collect(joining(" or ", "select count(*) from (select 1) as one where ", ""));

    private final EntityManager database;

    TableStamps(EntityManager database) {
        this.database = database;
    }

    /**
     * Stamps the tables anew, at the end of a transaction that changed what follows from the topic.
     *
     * @throws TornTablesException if they do not belong together
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void renew() {
        long stamp = ThreadLocalRandom.current().nextLong();
        int stamped = session().doReturningWork(connection -> {
            try (PreparedStatement renewal = connection.prepareStatement(RENEW)) {
                for (int parameter : IntStream.rangeClosed(1, TABLES.size()).toArray()) {
                    renewal.setLong(parameter, stamp);
                }
                return renewal.executeUpdate();
            }
        });
        if (stamped != TABLES.size()) {
            throw torn(read());
        }
    }

    /**
     * Checks that the tables belong together. Nobody can drop one of them until the transaction ends.
     *
     * @throws TornTablesException if they do not
     */
    @Transactional
    public void check() {
        Map<String, Long> stamps = read();
        if (stamps.size() < TABLES.size() || new HashSet<>(stamps.values()).size() > 1) {
            throw torn(stamps);
        }
    }

    /**
     * Checks that the tables belong together, and stamps tables that somebody has emptied by hand, all of them.
     *
     * @throws TornTablesException if they do not
     */
    @Transactional
    public void checkOrBegin() {
        if (read().isEmpty()
                && ((Number) session().createNativeQuery(ANY_ROW, Object.class).getSingleResult()).intValue() == 0) {
            long stamp = ThreadLocalRandom.current().nextLong();
            ROWS.forEach(row ->
                    session().createNativeMutationQuery(row.insert(stamp)).executeUpdate());
        }
        check();
    }

    /** The stamps that there are, by table. */
    private Map<String, Long> read() {
        Map<String, Long> stamps = new LinkedHashMap<>();
        session().createNativeQuery(READ, Object[].class).list().stream()
                .filter(row -> row[1] != null)
                .forEach(row -> stamps.put((String) row[0], ((Number) row[1]).longValue()));
        return stamps;
    }

    private static TornTablesException torn(Map<String, Long> stamps) {
        Map<String, List<String>> together = TABLES.stream()
                .collect(groupingBy(table -> String.valueOf(stamps.get(table)), LinkedHashMap::new, toList()));
        return new TornTablesException(together.entrySet().stream()
                .map(some ->
                        String.join(", ", some.getValue()) + (some.getKey().equals("null") ? " without a stamp" : ""))
                .collect(joining("; ")));
    }

    private Session session() {
        return database.unwrap(Session.class);
    }

    private static Map<String, String> inTopic() {
        return Map.of("generation", NOWHERE.get("generation"), "log_id", "''", "log_partition", "-1");
    }

    private static Map<String, String> noReports() {
        return Map.of(
                "version",
                "0",
                "own_has_figures",
                "false",
                "reports",
                "0",
                "reports_without_figures",
                "0",
                "cells",
                "''");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    private static String each(Function<StampRow, String> text, String separator) {
        return ROWS.stream().map(text).collect(joining(separator));
    }

    /**
     * The row of a table that has its stamp.
     *
     * @param key its primary key, as SQL
     * @param others what else it needs, likewise
     */
    private record StampRow(String table, Map<String, String> key, Map<String, String> others) {

        String isFound() {
            return key.entrySet().stream()
                    .map(column -> table + "." + column.getKey() + " = " + column.getValue())
                    .collect(joining(" and "));
        }

        String insert(long stamp) {
            Map<String, String> columns = with(with(key, others), Map.of("stamp", Long.toString(stamp)));
            return "insert into %s (%s) values (%s) on duplicate key update stamp = values(stamp)"
                    .formatted(table, String.join(", ", columns.keySet()), String.join(", ", columns.values()));
        }
    }
}
