package io.huizong.local.count;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cells in the words of the rollup's JSON; a null is one that the JSON must not have a number for. */
final class Cells {

    private Cells() {}

    static Map<String, BigDecimal> ofFigure(
            Tally effective, Optional<Tally> own, Optional<Tally> subordinates, boolean ownLevel) {
        Map<String, BigDecimal> cell = new LinkedHashMap<>();
        BigDecimal ownValue = own.map(Tally::value).orElse(null);
        BigDecimal below = subordinates.map(Tally::value).orElse(null);
        boolean comparable = ownValue != null && below != null && !ownLevel;
        cell.put("effective", effective.value());
        cell.put("own", ownValue);
        cell.put("subordinates", below);
        cell.put("gap", comparable ? ownValue.subtract(below) : null);
        cell.put("contributors", BigDecimal.valueOf(effective.contributors()));
        cell.put("approximate", BigDecimal.valueOf(effective.approximate()));
        return cell;
    }

    static Map<String, BigDecimal> ofRate(Tally pairs) {
        Map<String, BigDecimal> cell = new LinkedHashMap<>();
        cell.put("effective", Percent.ratio(pairs.value(), pairs.denominator()));
        cell.put("numerator", pairs.value());
        cell.put("denominator", pairs.denominator());
        cell.put("contributors", BigDecimal.valueOf(pairs.contributors()));
        cell.put("estimated", BigDecimal.valueOf(pairs.estimated()));
        cell.put("approximate", BigDecimal.valueOf(pairs.approximate()));
        return cell;
    }

    static Map<String, BigDecimal> ofTotal(List<BigDecimal> parts, int partsOf) {
        Map<String, BigDecimal> cell = new LinkedHashMap<>();
        cell.put("effective", parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        cell.put("parts", BigDecimal.valueOf(parts.size()));
        cell.put("partsOf", BigDecimal.valueOf(partsOf));
        return cell;
    }
}
