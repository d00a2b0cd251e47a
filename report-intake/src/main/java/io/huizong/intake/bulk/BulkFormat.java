package io.huizong.intake.bulk;

import java.nio.charset.Charset;

import io.huizong.intake.validation.ReportTable;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** How a bulk body is cut into lines, and what a line says. For one body. */
sealed interface BulkFormat {

    /** Cuts the body into lines. */
    LineSplitter lines();

    /** Reads a line. */
    Reading read(BulkLine line);

    /** Reads the end of the body. */
    Reading complete();

    /** The result of reading. */
    sealed interface Reading {

        /** The line has no result, such as a header. */
        record Nothing() implements Reading {}

        /** The verdict on one line. */
        record One(Verdict verdict) implements Reading {}

        /** Nothing of the body can be accepted. */
        record All(Verdict refusal) implements Reading {}
    }

    /** A report as JSON on each line. */
    record Ndjson(ReportValidation validation) implements BulkFormat {

        @Override
        public LineSplitter lines() {
            return LineSplitter.plain();
        }

        @Override
        public Reading read(BulkLine line) {
            return new Reading.One(validation.check(line.bytes()));
        }

        @Override
        public Reading complete() {
            return new Reading.Nothing();
        }
    }

    /** A report on each row after the first. */
    final class Csv implements BulkFormat {

        private final ReportTable table;
        private boolean isBegun;

        Csv(ReportValidation validation, Charset charset) {
            this.table = validation.table(charset);
        }

        @Override
        public LineSplitter lines() {
            return LineSplitter.ofCsv();
        }

        @Override
        public Reading read(BulkLine line) {
            return isBegun
                    ? table.check(line.bytes()).<Reading>map(Reading.One::new).orElseGet(Reading.Nothing::new)
                    : begin(line.bytes());
        }

        @Override
        public Reading complete() {
            return isBegun ? new Reading.Nothing() : begin(new byte[0]);
        }

        private Reading begin(byte[] header) {
            isBegun = true;
            return table.begin(header).<Reading>map(Reading.All::new).orElseGet(Reading.Nothing::new);
        }
    }
}
