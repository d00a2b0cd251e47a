/** Building a generation anew from the log. */
package io.huizong.aggregation.generation.rebuild;
