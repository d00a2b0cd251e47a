/** What is sent, and how. */
package io.huizong.benchmarks.load;
