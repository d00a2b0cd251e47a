/** How errors are told: RFC 9457 problems. */
package io.huizong.aggregation.problem;
