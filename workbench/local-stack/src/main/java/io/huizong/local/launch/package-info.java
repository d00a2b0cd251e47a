/** The launcher behind {@code ./run-local}: both services over real servers, watched until Ctrl-C. */
package io.huizong.local.launch;
