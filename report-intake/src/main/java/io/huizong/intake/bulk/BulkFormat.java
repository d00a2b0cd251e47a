package io.huizong.intake.bulk;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.function.Function;

import io.huizong.intake.validation.ReportTable;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/**
 * How a bulk body is cut into lines, and what a line says. For one body.
 *
 * @param lines cuts the body into lines
 * @param header reads the first line: the verdict on the whole body if it is wrong; null if the format has no header
 * @param report reads any other line: the verdict on its report; empty if it has none
 */
record BulkFormat(
        LineSplitter lines, Function<byte[], Optional<Verdict>> header, Function<byte[], Optional<Verdict>> report) {

    /** A report as JSON on each line. */
    static BulkFormat ndjson(ReportValidation validation) {
        return new BulkFormat(LineSplitter.plain(), null, line -> Optional.of(validation.check(line)));
    }

    /** A report on each row after the first. */
    static BulkFormat csv(ReportValidation validation, Charset charset) {
        ReportTable table = validation.table(charset);
        return new BulkFormat(LineSplitter.ofCsv(), table::begin, table::check);
    }
}
