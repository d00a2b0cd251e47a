package io.huizong.aggregation.configuration;

import java.nio.file.Path;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** Reference files that replace those that come with the service. */
@ConfigMapping(prefix = "huizong")
interface ReferenceFiles {

    /** A division tree in CSV, see {@link io.huizong.contract.division.DivisionTree#read}. */
    Optional<Path> divisions();

    /** An indicator catalog in CSV, see {@link io.huizong.contract.indicator.IndicatorCatalog#read}. */
    Optional<Path> catalog();
}
