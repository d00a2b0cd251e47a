/** Sees to it that tokens are checked against a key, an issuer and an audience. */
package io.huizong.intake.token;
