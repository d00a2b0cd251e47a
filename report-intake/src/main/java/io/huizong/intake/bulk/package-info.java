/** One bulk body in, one stream of results out. */
package io.huizong.intake.bulk;
