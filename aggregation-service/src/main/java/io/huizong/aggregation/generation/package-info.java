/** Generations: which tree and catalog the rows belong to, switching and clean-up. */
package io.huizong.aggregation.generation;
