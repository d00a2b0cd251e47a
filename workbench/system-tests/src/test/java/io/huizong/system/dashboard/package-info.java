/** The dashboard in a real browser, through the running pair. */
package io.huizong.system.dashboard;
