package io.huizong.aggregation.configuration;

import java.io.IOException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.runtime.Startup;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Reads the division tree and the indicator catalog when the service starts. */
@Singleton
class Reference {

    private final ReferenceFiles files;

    Reference(ReferenceFiles files) {
        this.files = files;
    }

    @Produces
    @Singleton
    @Startup
    DivisionTree divisionTree() throws IOException {
        return files.divisions().isPresent()
                ? DivisionTree.read(files.divisions().get())
                : DivisionTree.bundled();
    }

    @Produces
    @Singleton
    @Startup
    IndicatorCatalog indicatorCatalog() throws IOException {
        return files.catalog().isPresent()
                ? IndicatorCatalog.read(files.catalog().get())
                : IndicatorCatalog.bundled();
    }
}
