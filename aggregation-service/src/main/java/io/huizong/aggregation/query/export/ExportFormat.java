package io.huizong.aggregation.query.export;

import java.util.List;
import java.util.Locale;
import jakarta.ws.rs.core.MediaType;

import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.commons.problem.ProblemException;

/** The forms in which lists are answered. */
public enum ExportFormat {
    JSON(MediaType.APPLICATION_JSON),
    /** UTF-8 with byte order mark, which spreadsheet programs want. */
    CSV(ExportFormat.TEXT_CSV),
    XLSX(ExportFormat.SPREADSHEET);

    /** Media type of {@link #CSV}. */
    public static final String TEXT_CSV = "text/csv";

    /** Media type of {@link #XLSX}. */
    public static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The form that is wanted: by name, as a link cannot set a header, else what the caller accepts first; JSON if anything
     * will do.
     *
     * @param name value of the parameter {@code format}; null if it was left out
     * @param accepted in the order of preference
     * @throws ProblemException if there is no form of that name
     */
    public static ExportFormat of(String name, List<MediaType> accepted) {
        if (name == null) {
            return accepted.stream()
                    .flatMap(type -> List.of(values()).stream().filter(format -> format.isOf(type)))
                    .findFirst()
                    .orElse(JSON);
        }
        return List.of(values()).stream()
                .filter(format -> format.extension().equals(name))
                .findFirst()
                .orElseThrow(() -> AggregationProblem.wrongParameter(
                        "format",
                        "“%s”，应为 json、csv 或 xlsx".formatted(name),
                        "\"%s\", expected json, csv or xlsx".formatted(name)));
    }

    private boolean isOf(MediaType type) {
        return MediaType.valueOf(mediaType).isCompatible(type);
    }

    String mediaType() {
        return this == CSV ? mediaType + ";charset=UTF-8;header=present" : mediaType;
    }

    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
