/** What is measured. */
package io.huizong.benchmarks.row;
