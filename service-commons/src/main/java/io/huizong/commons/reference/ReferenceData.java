package io.huizong.commons.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;
import io.huizong.contract.report.Period;

/**
 * Reads the division tree and the indicator catalog when the service starts: the files that {@code huizong.divisions} and
 * {@code huizong.catalog} name, else those that are bundled. A file that is wrong keeps the service from starting.
 */
@Singleton
class ReferenceData {

    @Produces
    @Singleton
    @Startup
    DivisionTree divisionTree(@ConfigProperty(name = "huizong.divisions") Optional<Path> file) throws IOException {
        return file.isPresent() ? DivisionTree.read(file.get()) : DivisionTree.bundled();
    }

    @Produces
    @Singleton
    @Startup
    IndicatorCatalog indicatorCatalog(@ConfigProperty(name = "huizong.catalog") Optional<Path> file)
            throws IOException {
        return file.isPresent() ? IndicatorCatalog.read(file.get()) : IndicatorCatalog.bundled();
    }

    /** In the time zone of all periods and due dates. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.system(Period.ZONE);
    }
}
