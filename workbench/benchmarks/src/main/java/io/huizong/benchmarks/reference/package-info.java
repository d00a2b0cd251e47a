/** What could be in the services' place: hand-written programs that do the least that holds the same facts. */
package io.huizong.benchmarks.reference;
