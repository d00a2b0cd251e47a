/** Child processes that never outlive the process that started them. */
package io.huizong.local.process;
