/** Lists as CSV and XLSX. Each resource declares its columns in {@code columns()}. */
package io.huizong.aggregation.query.export;
