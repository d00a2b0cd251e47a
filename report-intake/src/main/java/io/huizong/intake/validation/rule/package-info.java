/** The rules about a report as a whole, one a file. */
package io.huizong.intake.validation.rule;
