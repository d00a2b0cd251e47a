/** The service that accepts reports. It has no database: the topic {@code reports} is the record. */
package io.huizong.intake;
