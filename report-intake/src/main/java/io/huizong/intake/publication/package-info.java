/** Hands events to the log and says whether the log has them; sees to it that the log is set up as it must be. */
package io.huizong.intake.publication;
