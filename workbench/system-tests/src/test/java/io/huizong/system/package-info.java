/** Tests of the running pair, as packaged, on real servers. */
package io.huizong.system;
