/** A Kafka broker and a MariaDB server, each from the jars on this module's run-time class path. */
package io.huizong.local.server;
