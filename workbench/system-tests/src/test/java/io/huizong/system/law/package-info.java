/** The law of the system: what is stored follows from the log, the division tree and the catalog, and from nothing else. */
package io.huizong.system.law;
