/** Nothing is lost and nothing counted twice, whoever dies when. */
package io.huizong.system.crash;
