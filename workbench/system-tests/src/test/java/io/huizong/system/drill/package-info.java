/** A cluster under load whose machines are lost one after the other. */
package io.huizong.system.drill;
