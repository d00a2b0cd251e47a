/** Lists as CSV and XLSX. */
package io.huizong.aggregation.query.export;
