package io.huizong.intake.submission;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Whether a report may be accepted, by other code than the service's, on the same two data files. */
final class IndependentCheck {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> MEMBERS = Set.of(
            "jurisdiction",
            "period",
            "scope",
            "expectedRevision",
            "figures",
            "statedRates",
            "additionalFigures",
            "source",
            "remarks");
    private static final BigDecimal MOST = BigDecimal.TEN.pow(15);

    private final Map<String, String> kinds = columns("indicators.csv", false);
    private final Map<String, String> jurisdictions = columns("divisions.csv.gz", true);

    private static Map<String, String> columns(String file, boolean packed) {
        Map<String, String> columns = new HashMap<>();
        try (var raw = IndependentCheck.class.getResourceAsStream("/io/huizong/contract/" + file);
                var in = packed ? new GZIPInputStream(raw) : raw;
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(row -> columns.put(row[0], row[1]));
            return columns;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws an AssertionError if the report should have been refused. */
    void assertMayBeAccepted(byte[] body) {
        try {
            check(JSON.readTree(new String(body, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "")));
        } catch (IOException e) {
            throw new AssertionError("accepted, but is no JSON", e);
        }
    }

    private void check(JsonNode report) {
        isTrue(report.isObject(), "object");
        report.fieldNames().forEachRemaining(name -> isTrue(MEMBERS.contains(name), name));
        isTrue(isKnown(report.path("jurisdiction").textValue()), "jurisdiction");
        String period = report.path("period").textValue();
        isTrue(
                period != null && period.matches("(19(49|[5-9][0-9])|[2-9][0-9]{3})(-H[12]|-Q[1-4]|-0[1-9]|-1[0-2])?"),
                "period");
        isTrue(Integer.parseInt(period.substring(0, 4)) <= LocalDate.now().getYear() + 1, "begun");
        isTrue(report.path("figures").isObject() && report.get("figures").size() <= 500, "figures");
        report.get("figures").properties().forEach(figure -> checkFigure(figure.getKey(), figure.getValue()));
        report.path("statedRates").properties().forEach(rate -> {
            isTrue("RATE".equals(kinds.get(rate.getKey())), rate.getKey());
            isBetween(rate.getValue(), BigDecimal.ZERO, BigDecimal.valueOf(200), 4);
        });
        for (JsonNode figure : report.path("additionalFigures")) {
            isTrue(!figure.path("label").asText().isBlank(), "label");
            isBetween(figure.path("value"), MOST.negate(), MOST, 6);
        }
        isTrue(!report.has("scope") || report.get("scope").asText().matches("WHOLE_AREA|OWN_LEVEL"), "scope");
        if (report.has("expectedRevision")) {
            isBetween(report.get("expectedRevision"), BigDecimal.ZERO, BigDecimal.valueOf(Integer.MAX_VALUE), 0);
        }
        isTrue(report.path("source").path("title").asText().codePoints().count() <= 4000, "title");
        isTrue(!report.has("remarks") || report.get("remarks").isTextual(), "remarks");
        isPart(report.get("figures"), "mediation.cases_succeeded", "mediation.cases_mediated");
        isPart(report.get("figures"), "reconsideration.corrected", "reconsideration.concluded");
        isPart(report.get("figures"), "litigation.losses", "litigation.concluded");
    }

    private void checkFigure(String code, JsonNode figure) {
        String kind = kinds.getOrDefault(code, "none");
        isTrue(Set.of("COUNT", "STOCK", "AMOUNT", "LOCAL").contains(kind), code);
        isTrue(
                !figure.has("qualifier") || figure.get("qualifier").asText().matches("EXACT|AT_LEAST|ABOUT"),
                "qualifier");
        isBetween(
                figure.isObject() ? figure.path("value") : figure,
                BigDecimal.ZERO,
                MOST,
                kind.equals("AMOUNT") ? 2 : 0);
    }

    private static void isPart(JsonNode figures, String part, String whole) {
        JsonNode small = figures.path(part);
        JsonNode large = figures.path(whole);
        if (small.isNumber() && large.isNumber()) {
            isTrue(small.decimalValue().compareTo(large.decimalValue()) <= 0, part);
        }
    }

    private boolean isKnown(String code) {
        for (String unpadded = code; unpadded != null; ) {
            if (jurisdictions.containsKey(unpadded)) {
                return true;
            }
            unpadded = unpadded.length() % 3 == 0 && unpadded.length() > 6 && unpadded.endsWith("000")
                    ? unpadded.substring(0, unpadded.length() - 3)
                    : unpadded.length() <= 6 && unpadded.endsWith("00")
                            ? unpadded.substring(0, unpadded.length() - 2)
                            : null;
        }
        return false;
    }

    private static void isBetween(JsonNode number, BigDecimal least, BigDecimal most, int decimals) {
        isTrue(number.isNumber(), number.toString());
        BigDecimal value = number.decimalValue();
        isTrue(value.compareTo(least) >= 0 && value.compareTo(most) <= 0, "range");
        isTrue(value.signum() == 0 || value.stripTrailingZeros().scale() <= decimals, "decimals");
    }

    private static void isTrue(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("accepted, but breaks a rule: " + what);
        }
    }
}
