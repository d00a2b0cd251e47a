package io.huizong.intake.validation;

import java.util.List;

import io.huizong.intake.validation.csv.CsvColumns;
import io.huizong.intake.validation.csv.CsvText;
import io.huizong.intake.validation.finding.Rule;
import io.huizong.intake.validation.rule.ExistsInPeriod;
import io.huizong.intake.validation.rule.GivesFigures;
import io.huizong.intake.validation.rule.NotAbove;
import io.huizong.intake.validation.rule.PartsAddUp;
import io.huizong.intake.validation.rule.PeriodHasBegun;
import io.huizong.intake.validation.rule.StatedRateAgrees;
import io.huizong.intake.validation.rule.StatedRateIsPercentage;
import io.huizong.intake.validation.shape.AdditionalFiguresMember;
import io.huizong.intake.validation.shape.FigureReader;
import io.huizong.intake.validation.shape.FiguresMember;
import io.huizong.intake.validation.shape.JsonFaults;
import io.huizong.intake.validation.shape.JsonType;
import io.huizong.intake.validation.shape.ObjectShape;
import io.huizong.intake.validation.shape.ReportKeyMembers;
import io.huizong.intake.validation.shape.SourceMember;
import io.huizong.intake.validation.shape.StatedRatesMember;
import io.huizong.intake.validation.shape.Texts;

/** All rules, in the order in which they are checked. {@code docs/rules.md} lists them. */
public final class RuleCatalog {

    private RuleCatalog() {}

    /** Every rule once. */
    public static List<Rule> all() {
        return List.of(
                IdempotencyKey.MALFORMED,
                ReportValidation.TOO_LARGE,
                JsonFaults.NOT_UTF8,
                JsonFaults.EMPTY,
                JsonFaults.MALFORMED,
                JsonFaults.DUPLICATE_KEY,
                JsonFaults.TRAILING_CONTENT,
                JsonFaults.NOT_AN_OBJECT,
                JsonFaults.LONE_SURROGATE,
                JsonFaults.TOO_DEEP,
                JsonFaults.NUMBER_TOO_LONG,
                JsonFaults.EXPONENT,
                CsvColumns.MISSING,
                CsvColumns.UNKNOWN,
                CsvColumns.DUPLICATE,
                CsvColumns.QUALIFIES_NOTHING,
                CsvText.NOT_IN_CHARSET,
                CsvText.MALFORMED,
                ReportTable.RAGGED,
                JsonType.WRONG,
                ObjectShape.MISSING,
                ObjectShape.UNKNOWN,
                Texts.TOO_LONG,
                ReportKeyMembers.UNKNOWN_JURISDICTION,
                ExistsInPeriod.JURISDICTION_NOT_IN_PERIOD,
                ReportKeyMembers.MALFORMED_PERIOD,
                PeriodHasBegun.PERIOD_NOT_BEGUN,
                ReportValidation.UNKNOWN_SCOPE,
                ReportKeyMembers.REVISION_OUT_OF_RANGE,
                FiguresMember.TOO_MANY,
                FiguresMember.UNKNOWN,
                FiguresMember.DERIVED,
                FigureReader.NEGATIVE,
                FigureReader.TOO_LARGE,
                FigureReader.NOT_WHOLE,
                FigureReader.DECIMALS,
                FigureReader.UNKNOWN_QUALIFIER,
                StatedRatesMember.NOT_A_RATE,
                StatedRatesMember.OUT_OF_RANGE,
                StatedRatesMember.DECIMALS,
                AdditionalFiguresMember.NO_LABEL,
                AdditionalFiguresMember.OUT_OF_RANGE,
                AdditionalFiguresMember.DECIMALS,
                AdditionalFiguresMember.DUPLICATE,
                SourceMember.URL,
                SourceMember.DOCUMENT_DATE,
                NotAbove.PART,
                NotAbove.PERHAPS_PART,
                NotAbove.UNUSUAL,
                PartsAddUp.DO_NOT,
                StatedRateAgrees.STATED_RATE_DISAGREES,
                StatedRateIsPercentage.PERHAPS_FRACTION,
                GivesFigures.NONE,
                PlacesOfBody.TWICE);
    }
}
