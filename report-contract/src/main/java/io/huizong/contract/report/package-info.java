/** A report and what it is made of. */
package io.huizong.contract.report;
