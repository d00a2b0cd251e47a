/** The members of a request: each is read and checked by itself. */
package io.huizong.intake.validation.shape;
