/** How refusals are told: RFC 9457 problems, in the language that the sender asked for. */
package io.huizong.intake.problem;
