/** Real servers and signed tokens on the developer's own machine, for tests and for {@code ./run-local}. */
package io.huizong.local;
