package io.huizong.aggregation.query.http;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import io.huizong.aggregation.query.export.ExportFormat;
import io.huizong.commons.problem.Language;
import io.huizong.contract.Bilingual;

/** In what form a list is wanted. */
public class ExportParameters {

    @QueryParam("format")
    @Parameter(
            description = "For links, which cannot set a header; stands above Accept",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"json", "csv", "xlsx"}))
    public String format;

    @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
    @Parameter(description = "zh (default) or en: language of problems and of the headings of exports")
    String acceptLanguage;

    @Context
    HttpHeaders headers;

    public ExportFormat format() {
        return ExportFormat.of(format, headers.getAcceptableMediaTypes());
    }

    /** The text in the caller's language. */
    public String text(String zh, String en) {
        return language().of(new Bilingual(zh, en));
    }

    public Language language() {
        return Language.preferredIn(acceptLanguage);
    }
}
