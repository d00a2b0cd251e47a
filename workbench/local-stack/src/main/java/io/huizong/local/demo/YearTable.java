package io.huizong.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** A few totals of one jurisdiction, a column a year. */
final class YearTable {

    private static final List<String> INDICATORS = List.of(
            "mediation.disputes_arisen",
            "mediation.success_rate",
            "training.sessions",
            "petitions.conclusion_rate",
            "litigation.head_appearance_rate");

    private final Map<String, List<String>> rows = new LinkedHashMap<>();

    void add(String year, JsonNode rollup) {
        String jurisdiction = rollup.at("/jurisdiction/name").asText();
        cell(jurisdiction, year);
        cell("reports", rollup.at("/reports/subtree").asText());
        for (String indicator : INDICATORS) {
            cell(
                    indicator,
                    rollup.path("indicators").path(indicator).path("effective").asText("none"));
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        rows.forEach((label, cells) -> {
            text.append("%-34s".formatted(label));
            cells.forEach(cell -> text.append("%10s".formatted(cell)));
            text.append(System.lineSeparator());
        });
        return text.toString();
    }

    private void cell(String label, String value) {
        rows.computeIfAbsent(label, row -> new ArrayList<>()).add(value);
    }
}
