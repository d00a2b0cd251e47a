/**
 * The rule of the totals told a second time, from the submitted files alone: every cell is computed by walking the
 * whole tree below it. Slow on purpose, and shares no code with the service that it checks.
 */
package io.huizong.local.count;
