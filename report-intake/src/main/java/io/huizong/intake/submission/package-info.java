/** From a verdict to an outcome: who sent it, its id, publication, metrics. */
package io.huizong.intake.submission;
