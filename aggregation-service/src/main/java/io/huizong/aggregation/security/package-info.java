/** Who may read what. */
package io.huizong.aggregation.security;
