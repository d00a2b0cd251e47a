/** Decides whether a request is a report that can be accepted: shape and rules together, no framework. */
package io.huizong.intake.validation;
