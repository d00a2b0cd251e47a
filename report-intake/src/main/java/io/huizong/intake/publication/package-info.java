/** Publishing events to the topic {@code reports}, within limits. */
package io.huizong.intake.publication;
