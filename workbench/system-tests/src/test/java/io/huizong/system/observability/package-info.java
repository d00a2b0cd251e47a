/** What the running services show of themselves, and whether rules, dashboard and documents know it. */
package io.huizong.system.observability;
