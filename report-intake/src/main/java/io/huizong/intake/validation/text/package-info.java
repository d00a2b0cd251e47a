/** What sentences to senders are made of: pointers, quoted values, nearest names. */
package io.huizong.intake.validation.text;
