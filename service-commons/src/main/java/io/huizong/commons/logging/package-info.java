/** What log lines have beside their message. */
package io.huizong.commons.logging;
