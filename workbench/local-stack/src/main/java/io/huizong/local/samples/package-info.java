/** Submitting report files, reading their totals back over HTTP, checking and printing them. */
package io.huizong.local.samples;
