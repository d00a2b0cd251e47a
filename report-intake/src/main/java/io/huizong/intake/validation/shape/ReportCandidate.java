package io.huizong.intake.validation.shape;

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

/** A request as far as it was read; members with errors are absent. */
public final class ReportCandidate {

    public Jurisdiction jurisdiction;
    public Period period;
    public Scope scope = Scope.WHOLE_AREA;
    public Integer expectedRevision;
    Source source;
    public String remarks;
    public final Map<String, Figure> figures = new LinkedHashMap<>();
    public final Map<String, BigDecimal> statedRates = new LinkedHashMap<>();
    public final List<AdditionalFigure> additionalFigures = new ArrayList<>();

    /** The report, once no error was found. */
    public Report report() {
        return new Report(jurisdiction.code(), period, scope, figures, statedRates, additionalFigures, source, remarks);
    }
}
