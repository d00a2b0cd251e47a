package io.huizong.intake.validation.rule;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.huizong.contract.indicator.IndicatorCatalog;

/** The rules about a report as a whole, each in one line; the package says how to add one. */
public final class ReportRules {

    private ReportRules() {}

    public static List<ReportRule> all(IndicatorCatalog catalog, Clock clock) {
        return Stream.concat(aboutPlace(clock).stream(), aboutFigures(catalog).stream())
                .toList();
    }

    /** The rules about which jurisdiction and period a report can be of. */
    public static List<ReportRule> aboutPlace(Clock clock) {
        return List.of(new ExistsInPeriod(), new PeriodHasBegun(clock));
    }

    private static List<ReportRule> aboutFigures(IndicatorCatalog catalog) {
        return List.of(
                NotAbove.part("mediation.cases_succeeded", "mediation.cases_mediated"),
                NotAbove.part("reconsideration.corrected", "reconsideration.concluded"),
                NotAbove.part("litigation.losses", "litigation.concluded"),
                NotAbove.usually("mediation.cases_mediated", "mediation.disputes_arisen"),
                NotAbove.usually("legal_aid.cases_concluded", "legal_aid.cases_accepted"),
                NotAbove.usually("reconsideration.concluded", "reconsideration.accepted"),
                NotAbove.usually("petitions.concluded", "petitions.received"),
                NotAbove.usually("disclosure.applications_concluded", "disclosure.applications_received"),
                NotAbove.usually("litigation.head_appearances", "litigation.hearings"),
                new PartsAddUp(
                        "mediation.committees",
                        List.of(
                                "mediation.committees_township",
                                "mediation.committees_village",
                                "mediation.committees_enterprise",
                                "mediation.committees_professional")),
                new StatedRateAgrees(catalog.rates()),
                new StatedRateIsPercentage(),
                new GivesFigures());
    }
}
