/** What both services do alike, with Quarkus. */
package io.huizong.commons;
