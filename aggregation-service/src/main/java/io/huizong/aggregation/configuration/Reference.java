package io.huizong.aggregation.configuration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * Reads the division tree and the indicator catalog when the service starts: those that come with it, or the files that
 * {@code huizong.divisions} and {@code huizong.catalog} name.
 */
@Singleton
class Reference {

    private final Optional<Path> divisions;
    private final Optional<Path> catalog;

    Reference(
            @ConfigProperty(name = "huizong.divisions") Optional<Path> divisions,
            @ConfigProperty(name = "huizong.catalog") Optional<Path> catalog) {
        this.divisions = divisions;
        this.catalog = catalog;
    }

    @Produces
    @Singleton
    @Startup
    DivisionTree divisionTree() throws IOException {
        return divisions.isPresent() ? DivisionTree.read(divisions.get()) : DivisionTree.bundled();
    }

    @Produces
    @Singleton
    @Startup
    IndicatorCatalog indicatorCatalog() throws IOException {
        return catalog.isPresent() ? IndicatorCatalog.read(catalog.get()) : IndicatorCatalog.bundled();
    }
}
