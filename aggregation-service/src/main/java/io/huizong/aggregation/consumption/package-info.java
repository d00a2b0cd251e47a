/** Takes the log in and applies it. */
package io.huizong.aggregation.consumption;
