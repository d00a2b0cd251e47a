package io.huizong.intake.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.AdditionalFigure;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.contract.report.Source;

/** What could be read of a request so far; what had an error is missing in it. */
final class Draft {

    Jurisdiction jurisdiction;
    Period period;
    Scope scope = Scope.WHOLE_AREA;
    Integer expectedRevision;
    Source source;
    String remarks;
    final Map<String, Figure> figures = new LinkedHashMap<>();
    final Map<String, BigDecimal> statedRates = new LinkedHashMap<>();
    final List<AdditionalFigure> additionalFigures = new ArrayList<>();

    /** The report, once no error was found. */
    Report report() {
        return new Report(jurisdiction.code(), period, scope, figures, statedRates, additionalFigures, source, remarks);
    }
}
