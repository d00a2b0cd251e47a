/** Rules, and what they find. */
package io.huizong.intake.validation.finding;
