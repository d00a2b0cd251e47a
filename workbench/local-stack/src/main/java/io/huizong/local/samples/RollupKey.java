package io.huizong.local.samples;

import io.huizong.local.samples.Chain.Place;

/** Whose rollup, of which period. */
record RollupKey(Place place, String period) {

    @Override
    public String toString() {
        return "%s %s / %s".formatted(place.name(), place.code(), period);
    }
}
