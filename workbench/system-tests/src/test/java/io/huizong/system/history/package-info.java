/** Random histories of submissions, and what must follow from them, by code that shares nothing with the service. */
package io.huizong.system.history;
