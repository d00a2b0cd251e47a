package io.huizong.local.count;

import java.math.BigDecimal;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** A report as its file says it. */
public final class SubmittedReport {

    private final JsonNode json;

    public SubmittedReport(JsonNode json) {
        this.json = json;
    }

    /** The code as it was written, padding and all. */
    public String jurisdiction() {
        return json.path("jurisdiction").asText();
    }

    public String period() {
        return json.path("period").asText();
    }

    /** The whole report as JSON on one line. */
    public String text() {
        return json.toString();
    }

    /** Whether it is of the same jurisdiction and period, however the codes are padded. */
    public boolean hasPlaceOf(SubmittedReport other) {
        return period().equals(other.period()) && unpadded().equals(other.unpadded());
    }

    // A code of its own may end in a zero too: only what is behind 2, 4, 6 or 9 digits is padding.
    private String unpadded() {
        String code = jurisdiction();
        for (int length : new int[] {2, 4, 6, 9}) {
            if (code.length() > length && code.substring(length).matches("0+")) {
                return code.substring(0, length);
            }
        }
        return code;
    }

    boolean isOfOwnLevel() {
        return "OWN_LEVEL".equals(json.path("scope").asText());
    }

    boolean hasNoFigures() {
        return json.path("figures").isEmpty()
                && json.path("statedRates").isEmpty()
                && json.path("additionalFigures").isEmpty();
    }

    /** What the report gives for the indicator: a figure, or the two sides of a rate. */
    Optional<Tally> give(Indicator indicator) {
        return switch (indicator.kind()) {
            case TOTAL -> Optional.empty();
            case RATE -> givePair(indicator);
            case AMOUNT ->
                figure(indicator.code()).map(value -> Tally.ofFigure(value, isApproximate(indicator.code())));
            case COUNT, STOCK, LOCAL ->
                whole(indicator.code()).map(value -> Tally.ofFigure(value, isApproximate(indicator.code())));
        };
    }

    private Optional<Tally> givePair(Indicator rate) {
        String over = rate.operands().get(0);
        String under = rate.operands().get(1);
        Optional<BigDecimal> numerator = whole(over);
        Optional<BigDecimal> denominator = whole(under);
        Optional<BigDecimal> stated = number(json.path("statedRates").path(rate.code()));
        if (denominator.isEmpty() || numerator.isEmpty() && stated.isEmpty()) {
            return Optional.empty();
        }
        boolean estimated = numerator.isEmpty();
        boolean approximate = isApproximate(under) || !estimated && isApproximate(over);
        BigDecimal top = numerator.orElseGet(() -> Percent.of(denominator.get(), stated.get()));
        boolean saysNothing = top.signum() == 0 && denominator.get().signum() == 0;
        return saysNothing
                ? Optional.empty()
                : Optional.of(Tally.ofPair(top, denominator.get(), estimated, approximate));
    }

    /** What has decimals counts nothing. */
    private Optional<BigDecimal> whole(String indicator) {
        return figure(indicator).filter(value -> value.remainder(BigDecimal.ONE).signum() == 0);
    }

    private Optional<BigDecimal> figure(String indicator) {
        JsonNode figure = json.path("figures").path(indicator);
        return number(figure.isObject() ? figure.path("value") : figure);
    }

    private boolean isApproximate(String indicator) {
        String qualifier =
                json.path("figures").path(indicator).path("qualifier").asText("EXACT");
        return !qualifier.equals("EXACT");
    }

    private static Optional<BigDecimal> number(JsonNode node) {
        return node.isNumber() ? Optional.of(node.decimalValue()) : Optional.empty();
    }
}
