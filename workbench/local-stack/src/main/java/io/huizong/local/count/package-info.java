/**
 * The rule of the totals told a second time, from the submitted files alone: every cell is computed from all reports
 * below it. It shares no code with the service that it checks.
 */
package io.huizong.local.count;
