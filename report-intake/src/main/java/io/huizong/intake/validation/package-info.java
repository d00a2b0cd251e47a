/** Checks whether a request is a report that can be accepted, without a framework. */
package io.huizong.intake.validation;
