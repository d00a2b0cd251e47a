/** Tables as CSV files. */
package io.huizong.contract.csv;
