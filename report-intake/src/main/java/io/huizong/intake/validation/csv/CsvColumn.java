package io.huizong.intake.validation.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.huizong.intake.validation.shape.Numbers;

/** A column of CSV: where its cells go in the report of a row. */
@FunctionalInterface
public interface CsvColumn {

    /** What follows an indicator's code in the name of the column of its qualifiers. */
    String QUALIFIER = ":qualifier";

    /** Puts a cell that is not empty into the report. */
    void put(String cell, ObjectNode report);

    /** A member of the report that is a text. */
    static CsvColumn member(String name) {
        return (cell, report) -> report.put(name, cell);
    }

    /** The figure of an indicator. */
    static CsvColumn figureOf(String code) {
        return (cell, report) -> {
            ObjectNode figures = report.withObjectProperty("figures");
            JsonNode value = Numbers.parse(cell);
            if (figures.get(code) instanceof ObjectNode qualified) {
                qualified.set("value", value);
            } else {
                figures.set(code, value);
            }
        };
    }

    /** The qualifier of an indicator's figure. */
    static CsvColumn qualifierOf(String code) {
        return (cell, report) -> {
            ObjectNode figures = report.withObjectProperty("figures");
            JsonNode value = figures.get(code);
            ObjectNode qualified = figures.putObject(code);
            if (value != null) {
                qualified.set("value", value);
            }
            qualified.put("qualifier", cell);
        };
    }

    /** The percentage that the source prints for a rate. */
    static CsvColumn statedRateOf(String code) {
        return (cell, report) -> report.withObjectProperty("statedRates").set(code, Numbers.parse(cell));
    }
}
