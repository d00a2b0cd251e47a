/** From a poll of the topic {@code reports} to one committed batch: consumer, backpressure, seeking to the stored offsets. */
package io.huizong.aggregation.ingest;
