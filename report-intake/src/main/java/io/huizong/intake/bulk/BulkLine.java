package io.huizong.intake.bulk;

/**
 * A line of a body, or a row of CSV, which may hold line breaks within quotes.
 *
 * @param number of the line, or the line on which the row begins, from 1
 * @param bytes without the line break; of a line that is too long only the beginning, which is longer than a report
 *     may be
 */
record BulkLine(long number, byte[] bytes) {}
