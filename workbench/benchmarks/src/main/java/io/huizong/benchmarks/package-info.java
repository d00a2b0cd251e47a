/** How fast the pair is, beside the least that could be in its place. */
package io.huizong.benchmarks;
