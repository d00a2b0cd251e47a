/** Which tokens are accepted, and what they permit. */
package io.huizong.commons.security;
