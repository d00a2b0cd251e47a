/** Two sides, measured by turns, and what that came to. */
package io.huizong.benchmarks.measure;
