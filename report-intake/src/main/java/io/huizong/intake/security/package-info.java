/** Who may submit. */
package io.huizong.intake.security;
