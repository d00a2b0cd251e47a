/** A batch of records and the transaction that applies it. */
package io.huizong.aggregation.ingest.batch;
