package io.huizong.intake.submission;

import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** Bodies of CSV: real reports as rows, whole, changed and broken, under headers of every sort. */
final class FuzzedTables {

    private static final int MAX_ROWS = 8;
    private static final String[] CELLS = {
        "",
        " ",
        "１２",
        "1,000",
        "-",
        "n/a",
        "\"",
        "\"\"",
        "a\"b",
        "0012",
        "53\n",
        "=1+1",
        "昆明市",
        "AT_LEAST",
        "ABOUT",
        "OWN_LEVEL",
        "🀄"
    };
    private static final String[] COLUMNS = {
        "",
        "scope",
        "jurisdiction",
        "period",
        "Period",
        "petitions.visits",
        "petitions.visits:qualifier",
        "petitions.conclusion_rate",
        "petitions.conclusion_rate:qualifier",
        "training.sessions",
        "mediation.mediater",
        "接访",
        "remarks"
    };

    private final FuzzedPieces pieces;
    private final Charset charset;
    private final List<JsonNode> reports =
            FuzzedReports.real().stream().map(Intake::json).toList();

    FuzzedTables(FuzzedPieces pieces, Charset charset) {
        this.pieces = pieces;
        this.charset = charset;
    }

    /** Another body. */
    byte[] next() {
        if (pieces.oneIn(50)) {
            return pieces.bytes(pieces.below(200));
        }
        List<String> columns = columns();
        List<List<String>> rows = new ArrayList<>();
        for (int row = pieces.below(MAX_ROWS); row > 0; row--) {
            rows.add(changed(row(columns, pick())));
        }
        rows.add(0, pieces.oneIn(8) ? strange(columns) : columns);
        String text = rows.stream().map(this::written).collect(joining(pieces.one("\n", "\n", "\r\n", "\n\n")));
        byte[] body = (pieces.one("", "", "\uFEFF") + text + pieces.one("", "\n")).getBytes(charset);
        return pieces.oneIn(8) ? pieces.damaged(body) : body;
    }

    private JsonNode pick() {
        return reports.get(pieces.below(reports.size()));
    }

    private List<String> columns() {
        Set<String> columns = new LinkedHashSet<>(List.of("jurisdiction", "period"));
        for (int some = 1 + pieces.below(2); some > 0; some--) {
            JsonNode report = pick();
            report.get("figures").fieldNames().forEachRemaining(columns::add);
            report.path("statedRates").fieldNames().forEachRemaining(columns::add);
        }
        if (pieces.oneIn(3)) {
            columns.add("petitions.visits");
            columns.add("petitions.visits:qualifier");
        }
        if (pieces.oneIn(3)) {
            columns.add("scope");
        }
        return new ArrayList<>(columns);
    }

    private List<String> strange(List<String> columns) {
        List<String> strange = new ArrayList<>(columns);
        for (int changes = 1 + pieces.below(2); changes > 0; changes--) {
            strange.set(pieces.below(strange.size()), pieces.one(COLUMNS));
        }
        return strange;
    }

    private static List<String> row(List<String> columns, JsonNode report) {
        return columns.stream().map(column -> cell(column, report)).toList();
    }

    private static String cell(String column, JsonNode report) {
        String code = column.replace(":qualifier", "");
        JsonNode figure = report.get("figures").path(code);
        JsonNode value = figure.isObject() ? figure.get("value") : figure;
        if (!column.equals(code)) {
            return figure.path("qualifier").asText();
        }
        return report.path(column).asText()
                + report.path("statedRates").path(column).asText()
                + value.asText();
    }

    private List<String> changed(List<String> row) {
        List<String> cells = new ArrayList<>(row);
        for (int changes = pieces.below(4); changes > 0 && !cells.isEmpty(); changes--) {
            int at = pieces.below(cells.size());
            switch (pieces.below(9)) {
                case 0, 1 -> cells.set(0, pieces.code());
                case 2 -> cells.set(Math.min(1, cells.size() - 1), pieces.period());
                case 3 -> cells.set(at, pieces.value());
                case 4 -> cells.set(at, pieces.digits());
                case 5 -> cells.set(at, pieces.one(CELLS));
                case 6 -> cells.set(at, " " + cells.get(at) + "\t");
                case 7 ->
                    cells.set(
                            at,
                            "长".repeat(pieces.below(pieces.oneIn(20) ? 150_000 : 3)) + pieces.one("", "\n", "\n\n"));
                default -> {
                    if (pieces.oneIn(2)) {
                        cells.remove(at);
                    } else {
                        cells.add(at, pieces.one(CELLS));
                    }
                }
            }
        }
        return cells;
    }

    private String written(List<String> row) {
        return row.stream().map(this::written).collect(joining(","));
    }

    /** Quoted where it must be, and now and then where it need not or as it must not. */
    private String written(String cell) {
        boolean must = cell.matches("(?s).*[\",\n].*");
        return (must ? !pieces.oneIn(10) : pieces.oneIn(10)) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
