package io.huizong.intake.validation;

import java.util.List;

/** All rules that there are, in the order in which a request meets them. {@code docs/rules.md} shows them. */
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
                LoneSurrogate.FOUND,
                JsonFaults.TOO_DEEP,
                JsonFaults.NUMBER_TOO_LONG,
                JsonFaults.EXPONENT,
                Columns.MISSING,
                Columns.UNKNOWN,
                Columns.DUPLICATE,
                Columns.QUALIFIES_NOTHING,
                CsvText.NOT_IN_CHARSET,
                CsvText.MALFORMED,
                ReportTable.RAGGED,
                JsonType.WRONG,
                ObjectShape.MISSING,
                ObjectShape.UNKNOWN,
                Text.TOO_LONG,
                JurisdictionMember.UNKNOWN,
                ExistsInPeriod.DOES_NOT,
                PeriodMember.MALFORMED,
                PeriodHasBegun.HAS_NOT,
                ReportValidation.UNKNOWN_SCOPE,
                ExpectedRevisionMember.OUT_OF_RANGE,
                Entries.TOO_MANY,
                FiguresMember.UNKNOWN,
                FiguresMember.DERIVED,
                FigureRule.NEGATIVE,
                FigureRule.TOO_LARGE,
                FigureRule.NOT_WHOLE,
                FigureRule.DECIMALS,
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
                StatedRateAgrees.DOES_NOT,
                StatedRateIsPercentage.PERHAPS_FRACTION,
                GivesFigures.NONE,
                PlacesOfBody.TWICE);
    }
}
