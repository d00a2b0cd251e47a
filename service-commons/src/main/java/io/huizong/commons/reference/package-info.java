/** The division tree, the indicator catalog and the clock as beans. */
package io.huizong.commons.reference;
