/** The stored rollups: reading, writing, views. */
package io.huizong.aggregation.rollup;
