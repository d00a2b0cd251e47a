/** JMH: what a report costs in those parts that know no framework. */
package io.huizong.benchmarks.micro;
