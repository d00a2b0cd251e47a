package io.huizong.aggregation.rollup;

import java.util.Optional;

import io.huizong.aggregation.persistence.GenerationKey;

/**
 * What the topic of changes is to say of a place.
 *
 * @param id the place, which the tree may lack, and the generation
 * @param version version of its rollup
 * @param rollup empty if nothing is reported there
 */
public record PublishedRollup(GenerationKey id, long version, Optional<RollupView> rollup) {}
