package io.huizong.intake.submission;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.WithdrawalValidation;

/** Makes beans of the plain objects. */
@ApplicationScoped
class Wiring {

    /** What is wrong with tree or catalog shows when the service starts, and no sender waits until they are read. */
    void load(@Observes StartupEvent event, ReportValidation reports, WithdrawalValidation withdrawals) {}

    /** Tree and catalog come with the service unless a file is named. */
    @Produces
    @Singleton
    DivisionTree divisions(@ConfigProperty(name = "huizong.divisions") Optional<Path> file) throws IOException {
        return file.isPresent() ? DivisionTree.read(file.get()) : DivisionTree.bundled();
    }

    @Produces
    @Singleton
    IndicatorCatalog catalog(@ConfigProperty(name = "huizong.catalog") Optional<Path> file) throws IOException {
        return file.isPresent() ? IndicatorCatalog.read(file.get()) : IndicatorCatalog.bundled();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(Period.ZONE);
    }

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
