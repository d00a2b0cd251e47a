/** The packaged services as processes. */
package io.huizong.benchmarks.process;
