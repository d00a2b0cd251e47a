package io.huizong.intake.validation.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.huizong.contract.indicator.Indicator;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.intake.validation.finding.Findings;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.shape.FiguresMember;
import io.huizong.intake.validation.text.Nearest;
import io.huizong.intake.validation.text.Pointer;
import io.huizong.intake.validation.text.Quoted;

/** Reads the names of the columns and reports all errors at once. */
public final class CsvColumns {

    public static final Rule DUPLICATE = Rule.error(
            "column.duplicate",
            "CSV 的每列只出现一次",
            "Each column of a CSV body appears once",
            "列 %s 出现了两次，每列只能出现一次",
            "The column %s appears twice, expected each column once");

    public static final Rule MISSING = Rule.error(
            "column.missing",
            "CSV 有 jurisdiction 和 period 两列",
            "A CSV body has the columns jurisdiction and period",
            "缺少必需的列 %s",
            "The column %s is missing, expected it in the first row");

    public static final Rule QUALIFIES_NOTHING = Rule.error(
            "column.qualifies_nothing",
            "CSV 的每个 :qualifier 列都有其数字列",
            "A CSV body with a column :qualifier also has the column of its figure",
            "有列 %s 而无列 %s，应两列都有",
            "There is a column %s and none %s, expected both");

    public static final Rule UNKNOWN = Rule.error(
            "column.unknown",
            "CSV 的列名是已知的",
            "The columns of a CSV body are known ones",
            "没有名为 %s 的列，相近的有：%s；列名应为 jurisdiction、period、scope、指标代码，或数字指标代码加 :qualifier",
            "There is no column %s, expected one such as %s: jurisdiction, period, scope, codes of indicators, and"
                    + " :qualifier after those that have figures");

    private static final List<String> REQUIRED = List.of("jurisdiction", "period");
    private static final List<String> MEMBERS = List.of("jurisdiction", "period", "scope");

    private final IndicatorCatalog catalog;
    private final List<String> known = new ArrayList<>(MEMBERS);

    public CsvColumns(IndicatorCatalog catalog) {
        this.catalog = catalog;
        catalog.all().stream()
                .filter(indicator -> !indicator.kind().isDerived())
                .map(Indicator::code)
                .forEach(known::add);
    }

    /** The columns of the known names. */
    public List<CsvColumn> read(List<String> names, Findings findings) {
        List<CsvColumn> columns = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            Pointer at = Pointer.ROOT.to(name);
            if (!seen.add(name)) {
                findings.add(DUPLICATE, at, Quoted.shown(name));
            } else {
                read(name, names, at, findings, columns);
            }
        }
        for (String name : REQUIRED) {
            if (!seen.contains(name)) {
                findings.add(MISSING, Pointer.ROOT.to(name), name);
            }
        }
        return columns;
    }

    private void read(String name, List<String> names, Pointer at, Findings findings, List<CsvColumn> columns) {
        if (MEMBERS.contains(name)) {
            columns.add(CsvColumn.member(name));
            return;
        }
        boolean qualifies = name.endsWith(CsvColumn.QUALIFIER);
        String code = qualifies ? name.substring(0, name.length() - CsvColumn.QUALIFIER.length()) : name;
        Indicator indicator = catalog.get(code).orElse(null);
        if (indicator == null || qualifies && !indicator.kind().isReported()) {
            findings.add(UNKNOWN, at, Quoted.shown(name), Nearest.to(name, known));
        } else if (indicator.kind().isDerived()) {
            FiguresMember.derived(indicator, at, findings);
        } else if (indicator.kind().isPair()) {
            columns.add(CsvColumn.statedRateOf(code));
        } else if (!qualifies) {
            columns.add(CsvColumn.figureOf(code));
        } else if (names.contains(code)) {
            columns.add(CsvColumn.qualifierOf(code));
        } else {
            findings.add(QUALIFIES_NOTHING, at, Quoted.shown(name), code);
        }
    }
}
