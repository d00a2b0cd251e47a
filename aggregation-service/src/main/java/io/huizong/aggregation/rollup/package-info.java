/** The rollups: how they are kept, and what they show. */
package io.huizong.aggregation.rollup;
