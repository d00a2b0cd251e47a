/** The columns and rows of CSV. */
package io.huizong.intake.validation.csv;
