/** Errors of HTTP as RFC 9457 problems, in the language that the caller prefers. */
package io.huizong.commons.problem;
