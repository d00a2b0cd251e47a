/** What both services agree on, without a framework; in this package what a sentence to people is made of. */
package io.huizong.contract;
