/** Waiting for what is down. */
package io.huizong.commons.retry;
