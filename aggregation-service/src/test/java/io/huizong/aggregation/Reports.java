package io.huizong.aggregation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;

/** Reports for tests. */
public final class Reports {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Reports() {}

    /** One of the five real reports, by the name of its file without the ending. */
    public static Report sample(String name) {
        try {
            return JSON.readValue(Files.readAllBytes(Path.of("../docs/samples", name + ".json")), Report.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report for 2022 on the whole area with exact figures: codes and values in turn. */
    public static Report wholeArea(String jurisdiction, Object... figures) {
        return of(jurisdiction, Scope.WHOLE_AREA, figures);
    }

    /** A report for 2022 on the own level with exact figures: codes and values in turn. */
    public static Report ownLevel(String jurisdiction, Object... figures) {
        return of(jurisdiction, Scope.OWN_LEVEL, figures);
    }

    private static Report of(String jurisdiction, Scope scope, Object... figures) {
        Map<String, Figure> byCode = new LinkedHashMap<>();
        for (int index = 0; index < figures.length; index += 2) {
            byCode.put((String) figures[index], Figure.exact(((Number) figures[index + 1]).longValue()));
        }
        return new Report(
                jurisdiction, Period.parse("2022"), scope, byCode, Map.<String, BigDecimal>of(), null, null, null);
    }
}
