/** The way in for many reports at once: bodies of any length are read, submitted and answered line by line. */
package io.huizong.intake.bulk;
