/** The kinds of problem of this service. */
package io.huizong.aggregation.problem;
