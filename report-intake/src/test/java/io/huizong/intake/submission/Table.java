package io.huizong.intake.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Tables of requests, as JSON. In what is sent {@code ⟦x*3⟧} stands for {@code xxx}, and {@code #} in it for 0, 1, 2. */
final class Table {

    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Pattern REPEATED = Pattern.compile("⟦(.+?)\\*([0-9]+)⟧");

    private Table() {}

    static <T> List<T> read(String resource, Class<T> row) {
        try (var table = Table.class.getResourceAsStream(resource)) {
            return JSON.readValue(table, JSON.getTypeFactory().constructCollectionType(List.class, row));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text as it is sent. */
    static String written(String text) {
        return REPEATED.matcher(text)
                .replaceAll(repeated -> Matcher.quoteReplacement(IntStream.range(0, Integer.parseInt(repeated.group(2)))
                        .mapToObj(index -> repeated.group(1).replace("#", Integer.toString(index)))
                        .collect(Collectors.joining())));
    }
}
