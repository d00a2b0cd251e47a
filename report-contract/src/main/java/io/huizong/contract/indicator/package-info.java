/** The indicators and their catalog. */
package io.huizong.contract.indicator;
