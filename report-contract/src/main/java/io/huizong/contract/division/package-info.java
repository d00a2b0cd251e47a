/** Administrative divisions and the tree that they form. */
package io.huizong.contract.division;
