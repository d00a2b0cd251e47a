/** The service that takes reports in. It has no database: the log in Kafka is the record. */
package io.huizong.intake;
