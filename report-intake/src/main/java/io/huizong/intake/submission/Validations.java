package io.huizong.intake.submission;

import java.time.Clock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.WithdrawalValidation;

/** The validations as beans; they themselves know no framework. */
@Singleton
class Validations {

    @Produces
    @Singleton
    ReportValidation reports(DivisionTree divisions, IndicatorCatalog catalog, Clock clock) {
        return new ReportValidation(divisions, catalog, clock);
    }

    @Produces
    @Singleton
    WithdrawalValidation withdrawals(DivisionTree divisions, Clock clock) {
        return new WithdrawalValidation(divisions, clock);
    }
}
