package io.huizong.intake.bulk;

import java.nio.charset.Charset;

import io.huizong.intake.validation.ReportTable;
import io.huizong.intake.validation.ReportValidation;
import io.huizong.intake.validation.Verdict;

/** What the lines of a body are. For one body. */
sealed interface BulkFormat {

    /** How the body is cut. */
    LineSplitter lines();

    /** What a line is. */
    Reading read(BulkLine line);

    /** What the end of the body is. */
    Reading complete();

    /** What came of reading. */
    sealed interface Reading {

        /** Nothing that has a result. */
        record Nothing() implements Reading {}

        /** One line's result. */
        record One(Verdict verdict) implements Reading {}

        /** That nothing of the body can be accepted. */
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
