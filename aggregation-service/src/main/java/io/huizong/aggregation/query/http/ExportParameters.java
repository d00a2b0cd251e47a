package io.huizong.aggregation.query.http;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jakarta.inject.Inject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.export.Exports;
import io.huizong.aggregation.query.export.Sheet;
import io.huizong.commons.problem.Language;

/** In what form a list is wanted. */
public class ExportParameters {

    @QueryParam("format")
    @Parameter(
            description = "For links, which cannot set a header; it goes before Accept",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv", "xlsx"}))
    String format;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(description = "zh (default) or en: language of problems and of the headings of exports")
    String acceptLanguage;

    @Context
    HttpHeaders headers;

    @Inject
    Parameters parameters;

    @Inject
    Exports exports;

    /**
     * Answers with a page of a list, or with the list as a file.
     *
     * @param view a page as JSON shows it: the part after a cursor, of so many items at most
     * @param pages likewise the items of a file
     * @param sheet makes the file of its items
     */
    public <T> Response answer(
            PageParameters page,
            BiFunction<String, Integer, ?> view,
            BiFunction<String, Integer, Page<T>> pages,
            Function<Stream<T>, Sheet> sheet) {
        int limit = parameters.limit(page, wanted());
        return answer(() -> view.apply(page.cursor, limit), () -> sheet.apply(Page.items(pages, page.cursor, limit)));
    }

    /** Answers with the view as JSON, or with the sheet as a file. */
    public Response answer(Supplier<?> view, Supplier<Sheet> sheet) {
        ExportFormat wanted = wanted();
        return wanted == ExportFormat.JSON
                ? Response.ok(view.get(), MediaType.APPLICATION_JSON).build()
                : exports.answer(wanted, sheet.get());
    }

    private ExportFormat wanted() {
        return ExportFormat.of(format, headers.getAcceptableMediaTypes());
    }

    public Language language() {
        return Language.preferredIn(acceptLanguage);
    }
}
