/** Figures that stand for themselves, without a goal. */
package io.huizong.benchmarks.figure;
