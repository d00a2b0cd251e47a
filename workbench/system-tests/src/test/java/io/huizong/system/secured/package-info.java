/** Brokers and a database that take nobody without TLS and a password. */
package io.huizong.system.secured;
