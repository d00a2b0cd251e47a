package io.huizong.intake.validation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/** Requests, and a validation that thinks it is noon of 2025-06-30 in Shanghai. */
final class Reports {

    static final ReportValidation VALIDATION = validationAt("2025-06-30T04:00:00Z");

    private Reports() {}

    static ReportValidation validationAt(String instant) {
        return new ReportValidation(
                Divisions.withAFormerCounty(),
                IndicatorCatalog.bundled(),
                Clock.fixed(Instant.parse(instant), Period.ZONE));
    }

    /** A good report of 安宁市 for 2021, with these members added or, by name, put in place of its own. */
    static String with(String members) {
        StringBuilder report = new StringBuilder("{").append(members);
        appendUnlessNamed(report, "jurisdiction", "\"530181\"");
        appendUnlessNamed(report, "period", "\"2021\"");
        appendUnlessNamed(report, "figures", "{\"petitions.visits\": 3}");
        return report.append('}').toString();
    }

    private static void appendUnlessNamed(StringBuilder report, String name, String value) {
        if (report.indexOf("\"" + name + "\":") < 0) {
            report.append(report.length() > 1 ? "," : "").append("\"" + name + "\":" + value);
        }
    }

    static String withFigures(String figures) {
        return with("\"figures\": {" + figures + "}");
    }

    static Verdict verdictOn(String report) {
        return VALIDATION.check(report.getBytes(StandardCharsets.UTF_8));
    }
}
