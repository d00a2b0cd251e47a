/** Lists as files for spreadsheets. */
package io.huizong.aggregation.query.export;
