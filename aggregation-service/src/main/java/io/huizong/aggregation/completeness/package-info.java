/** Who has reported, who has not, and who was late. */
package io.huizong.aggregation.completeness;
