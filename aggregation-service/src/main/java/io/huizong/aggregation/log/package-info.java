/** The topic {@code reports}: how it must be set up, and how far each generation has taken it in. */
package io.huizong.aggregation.log;
