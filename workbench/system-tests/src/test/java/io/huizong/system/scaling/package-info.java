/** What several instances do to the speed at which reports are applied. */
package io.huizong.system.scaling;
