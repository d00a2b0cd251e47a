/** From records of the log to one transaction that applies them. */
package io.huizong.aggregation.batch;
