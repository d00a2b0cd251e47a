package io.huizong.aggregation.rollup;

import java.util.Optional;

import io.huizong.aggregation.persistence.GenerationKey;

/**
 * The content of a record of {@code rollup-changes}.
 *
 * @param id its key, which the tree may lack, and the generation
 * @param version version of its rollup
 * @param rollup empty if nothing is reported there
 */
public record PublishedRollup(GenerationKey id, long version, Optional<RollupView> rollup) {}
