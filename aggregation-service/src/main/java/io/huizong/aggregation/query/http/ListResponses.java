package io.huizong.aggregation.query.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.aggregation.query.export.Exports;

/** Answers with the part of a list that is asked for, in the form that is asked for. */
@ApplicationScoped
public class ListResponses {

    private final Parameters parameters;
    private final Exports exports;

    ListResponses(Parameters parameters, Exports exports) {
        this.parameters = parameters;
        this.exports = exports;
    }

    public <T> Response answer(PageParameters part, ExportParameters form, ListQuery<T> listing) {
        ExportFormat format = form.format();
        int limit = parameters.limit(part, format);
        if (format == ExportFormat.JSON) {
            return Response.ok(listing.view().apply(part.cursor, limit), MediaType.APPLICATION_JSON)
                    .build();
        }
        PageIterator<T> items = new PageIterator<>(listing.pages(), part.cursor, limit);
        return exports.answer(format, listing.columns().sheet(listing.name(), listing.id(), items));
    }
}
