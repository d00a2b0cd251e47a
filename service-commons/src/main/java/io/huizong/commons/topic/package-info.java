/** The Kafka topics and how they must be set up. */
package io.huizong.commons.topic;
