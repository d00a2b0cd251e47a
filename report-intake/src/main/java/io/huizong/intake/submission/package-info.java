/** The way in: every transport ends in {@link io.huizong.intake.submission.Submissions}. */
package io.huizong.intake.submission;
