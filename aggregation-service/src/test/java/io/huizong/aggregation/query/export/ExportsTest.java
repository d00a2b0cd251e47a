package io.huizong.aggregation.query.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.commons.problem.ProblemException;

/** A list becomes a file that spreadsheet programs read as it is meant, however long it is. */
class ExportsTest {

    private final Exports exports = new Exports(1);

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"})
    void no_text_becomes_a_formula(String text) throws IOException {
        assertThat(csv(List.<Object>of(text))).contains("\"'" + text + "\"");
    }

    @Test
    void numbers_stay_numbers_and_texts_are_quoted() throws IOException {
        assertThat(csv(Arrays.asList(-5, new BigDecimal("1E+3"), null, "甲\"乙,丙")))
                .isEqualTo("\uFEFF\"a\"\r\n-5,1000,,\"甲\"\"乙,丙\"\r\n");
    }

    @Test
    void a_long_list_is_written_while_it_is_read() throws IOException {
        CountingStream out = new CountingStream();
        Iterator<List<Object>> rows = IntStream.range(0, 200_000)
                .mapToObj(row -> {
                    // What is still in memory is never more than buffers hold.
                    assertThat(row * 10L - out.count).isLessThan(200_000);
                    return List.<Object>of("x".repeat(10));
                })
                .iterator();

        CsvSheet.write(new Sheet("长", "long", List.of("a"), rows), out);

        assertThat(out.count).isGreaterThan(2_000_000);
    }

    @Test
    void only_so_many_are_written_at_once() throws IOException {
        Iterator<List<Object>> nested = IntStream.range(0, 1)
                .mapToObj(row -> {
                    assertThatThrownBy(() -> csv(List.of("inner"))).isInstanceOf(ProblemException.class);
                    return List.<Object>of("outer");
                })
                .iterator();

        assertThat(write(nested)).contains("outer");
        assertThat(csv(List.of("again"))).contains("again");
    }

    @Test
    void the_format_is_what_the_caller_accepts_first_unless_it_is_named() {
        List<MediaType> csvFirst = List.of(MediaType.valueOf("text/csv"), MediaType.APPLICATION_JSON_TYPE);
        assertThat(ExportFormat.of(null, csvFirst)).isEqualTo(ExportFormat.CSV);
        assertThat(ExportFormat.of("xlsx", csvFirst)).isEqualTo(ExportFormat.XLSX);
        assertThat(ExportFormat.of(null, List.of(MediaType.WILDCARD_TYPE))).isEqualTo(ExportFormat.JSON);
        assertThat(ExportFormat.of(null, List.of())).isEqualTo(ExportFormat.JSON);
        assertThatThrownBy(() -> ExportFormat.of("pdf", csvFirst)).hasMessageContaining("json, csv or xlsx");
    }

    private String csv(List<Object> row) throws IOException {
        return write(List.of(row).iterator());
    }

    private String write(Iterator<List<Object>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StreamingOutput content =
                (StreamingOutput) exports.answer(ExportFormat.CSV, new Sheet("表", "sheet", List.of("a"), rows))
                        .getEntity();
        content.write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static final class CountingStream extends OutputStream {

        private long count;

        @Override
        public void write(int value) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            count += length;
        }
    }
}
