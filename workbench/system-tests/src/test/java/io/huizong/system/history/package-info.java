/** Random histories of submissions, and what has to come of them, told again by code that shares nothing with the service. */
package io.huizong.system.history;
