/** Reading the comma-separated reference files that a user can replace. */
package io.huizong.contract.table;
