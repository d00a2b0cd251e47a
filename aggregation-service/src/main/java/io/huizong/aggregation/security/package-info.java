/** Who may ask what. */
package io.huizong.aggregation.security;
