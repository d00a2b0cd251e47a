package io.huizong.aggregation.query;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.huizong.aggregation.query.export.Exports;
import io.huizong.aggregation.query.export.Format;

/** Answers with the part of a list that is asked for, in the form that is asked for. */
@ApplicationScoped
class Lists {

    private final Parameters parameters;
    private final Exports exports;

    Lists(Parameters parameters, Exports exports) {
        this.parameters = parameters;
        this.exports = exports;
    }

    <T> Response answer(PageParameters part, ExportParameters form, Listing<T> listing) {
        Format format = form.format();
        int limit = parameters.limit(part, format);
        if (format == Format.JSON) {
            return Response.ok(listing.view().apply(part.cursor, limit), MediaType.APPLICATION_JSON)
                    .build();
        }
        AllPages<T> items = new AllPages<>(listing.pages(), part.cursor, limit);
        return exports.answer(format, listing.columns().sheet(listing.name(), listing.id(), items));
    }
}
