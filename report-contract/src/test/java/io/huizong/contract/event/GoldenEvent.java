package io.huizong.contract.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.contract.report.AdditionalFigure;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.contract.report.Source;

/**
 * An event and the files that hold its wire form still: {@code <name>.headers} and {@code <name>.json}. The value is
 * the JSON file without the newline at its end.
 */
record GoldenEvent(String name, ReportEvent event) {

    static final GoldenEvent PLAIN = new GoldenEvent(
            "submitted-plain",
            new ReportSubmitted(
                    UUID.fromString("018a2f6e-7c00-7000-8000-000000000001"),
                    Instant.parse("2022-01-21T08:00:00Z"),
                    new Report(
                            "530181009",
                            Period.parse("2021"),
                            Scope.WHOLE_AREA,
                            figures("mediation.disputes_arisen", 124, "mediation.cases_mediated", 121),
                            null,
                            null,
                            null,
                            null),
                    Origin.of("anning-city"),
                    null,
                    List.of()));

    static final GoldenEvent WITHOUT_FIGURES = new GoldenEvent(
            "submitted-without-figures",
            new ReportSubmitted(
                    UUID.fromString("018a2f6e-7c00-7000-8000-000000000002"),
                    Instant.parse("2023-12-01T00:00:00.123456789Z"),
                    new Report("CN", Period.parse("2023-11"), Scope.OWN_LEVEL, null, null, null, null, null),
                    Origin.of("state-council"),
                    null,
                    List.of()));

    static final GoldenEvent FILLED_IN = new GoldenEvent(
            "submitted-filled-in",
            new ReportSubmitted(
                    UUID.fromString("7d3c1a52-3f0b-5e0e-9c39-2b1f5a7e4d11"),
                    Instant.parse("2023-07-03T01:02:03.004Z"),
                    filledInReport(),
                    new Origin("anning-city", "2023-H1/batch-7", 42L),
                    0,
                    List.of(new Finding(
                            "#/figures/mediation.cases_mediated",
                            "mediated_above_arisen",
                            new Bilingual(
                                    "调解 130 件，多于发生的 124 件", "130 cases mediated, more than the 124 that arose")))));

    static final GoldenEvent WITHDRAWN = new GoldenEvent(
            "withdrawn-plain",
            new ReportWithdrawn(
                    UUID.fromString("018a2f6e-7c00-7000-8000-000000000003"),
                    Instant.parse("2022-02-01T00:00:00Z"),
                    "530181009",
                    Period.parse("2021"),
                    Origin.of("anning-city"),
                    null));

    static final GoldenEvent WITHDRAWN_FILLED_IN = new GoldenEvent(
            "withdrawn-filled-in",
            new ReportWithdrawn(
                    UUID.fromString("7d3c1a52-3f0b-5e0e-9c39-2b1f5a7e4d12"),
                    Instant.parse("2024-01-05T16:30:00Z"),
                    "11",
                    Period.parse("2023-Q4"),
                    new Origin("beijing", "undo-1", 9007199254740993L),
                    3));

    static Stream<GoldenEvent> all() {
        return Stream.of(PLAIN, WITHOUT_FIGURES, FILLED_IN, WITHDRAWN, WITHDRAWN_FILLED_IN);
    }

    /** The record as the files have it. */
    EncodedEvent file() {
        Map<String, String> headers = new LinkedHashMap<>();
        new String(bytes(name + ".headers"), StandardCharsets.UTF_8).lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            headers.put(parts[0], parts[1]);
        });
        byte[] json = bytes(name + ".json");
        return new EncodedEvent(event.jurisdiction(), headers, Arrays.copyOf(json, json.length - 1));
    }

    /** The value as the file has it. */
    String json() {
        return new String(file().data(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }

    private static byte[] bytes(String file) {
        try (var in = GoldenEvent.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report filledInReport() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("publicity.people_reached", new Figure(BigDecimal.valueOf(3600), Qualifier.AT_LEAST));
        figures.put("mediation.subsidies", new Figure(new BigDecimal("999999999999999.99"), Qualifier.ABOUT));
        figures.putAll(figures("mediation.disputes_arisen", 124, "mediation.cases_mediated", 130));
        figures.put("legal_aid.consultations", new Figure(Figure.MAXIMUM, Qualifier.EXACT));
        figures.put("litigation.cases", Figure.exact(0));
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        rates.put("mediation.participation_rate", new BigDecimal("98.80"));
        rates.put("petitions.conclusion_rate", new BigDecimal("100"));
        return new Report(
                "530181",
                Period.parse("2023-H1"),
                Scope.OWN_LEVEL,
                figures,
                rates,
                List.of(
                        new AdditionalFigure("精简审批材料比例", BigDecimal.valueOf(65), "%"),
                        new AdditionalFigure("同比变化", new BigDecimal("-3.000001"), null)),
                new Source(
                        "安宁市2023年上半年法治政府建设工作情况报告",
                        "https://www.example.gov.cn/2023/report.html",
                        LocalDate.of(2023, 7, 1)),
                "第一行\n\"第二行\" 𠮷");
    }

    private static Map<String, Figure> figures(String one, long oneValue, String other, long otherValue) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(one, Figure.exact(oneValue));
        figures.put(other, Figure.exact(otherValue));
        return figures;
    }
}
