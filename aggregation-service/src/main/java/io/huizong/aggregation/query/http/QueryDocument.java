package io.huizong.aggregation.query.http;

import static java.util.Map.entry;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.huizong.commons.problem.Problem;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Qualifier;

/**
 * Completes the OpenAPI document: with what all reads have in common, as the same words at every path would hide what
 * differs, and with what the types of answers do not say.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class QueryDocument implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final Set<String> UNDATED = Set.of("/indicators");

    /** By schema the properties that are left out where there is nothing to say; every other is always there. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.ofEntries(
            entry("AdditionalFigure", Set.of("unit")),
            entry("IndicatorEntry", Set.of("of")),
            entry("CellDifference", Set.of("indicator")),
            entry("Contribution", Set.of("value", "qualifier", "numerator", "denominator", "estimated")),
            entry(PROBLEM, Set.of("parameter")),
            entry("Report", Set.of("statedRates", "additionalFigures", "source", "remarks")),
            entry("Source", Set.of("title", "url", "documentDate")),
            entry("Submission", Set.of("notCounted", "reason")),
            entry("SubmissionPage", Set.of("resume")));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Components components = document.getComponents();
        components.addSchema(PROBLEM, problemSchema()).addSchema("Figure", figureSchema());
        components.getSchemas().forEach(QueryDocument::complete);
        Set<String> tags = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            String tag = path.split("/")[1];
            tags.add(tag);
            item.getOperations().forEach((method, operation) -> {
                complete(path, method, operation);
                operation.setTags(List.of(tag));
            });
        });
        document.setTags(
                tags.stream().map(tag -> OASFactory.createTag().name(tag)).toList());
    }

    private static void complete(String name, Schema schema) {
        if (schema.getProperties() != null) {
            Set<String> always = new TreeSet<>(schema.getProperties().keySet());
            always.removeAll(LEFT_OUT.getOrDefault(name, Set.of()));
            schema.setRequired(List.copyOf(always));
        }
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        boolean read = method == HttpMethod.GET && !path.startsWith("/maintenance");
        problem(operation, "401", "No valid token");
        problem(operation, "403", "The token does not permit this");
        if (read) {
            problem(operation, "400", "A parameter is wrong, unknown, or given twice: parameter names it");
        }
        if (path.contains("{code}")) {
            problem(operation, "404", "No such jurisdiction");
        }
        if (read && !UNDATED.contains(path)) {
            operation.addParameter(
                    parameter("after", Parameter.In.QUERY, "Answer when this submission has its outcome, else 503")
                            .schema(string().format("uuid")));
            operation.addParameter(parameter(
                    "Prefer", Parameter.In.HEADER, "wait=5: how many seconds to wait for it, at most 30 (RFC 7240)"));
            problem(operation, "503", "The submission of after is not applied yet, or the database is out of reach");
            operation.getResponses().getAPIResponses().forEach((status, response) -> {
                if (status.startsWith("2")) {
                    freshness(response);
                }
            });
        }
        if (method == HttpMethod.GET) {
            tagged(operation);
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (Integer.parseInt(status) >= 400) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref(PROBLEM))));
            }
        });
    }

    /** Answers as JSON have tags. */
    private static void tagged(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        if (answer.getContent() != null && answer.getContent().hasMediaType("application/json")) {
            answer.addHeader("ETag", header("Tag of the JSON; another answer has another"));
            operation.addParameter(parameter(
                    "If-None-Match",
                    Parameter.In.HEADER,
                    "Tags of answers that the caller has, compared weakly: 304 if one of them is still right"));
            operation
                    .getResponses()
                    .addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse()
                                    .description("The answer is one that the caller has")
                                    .addHeader("ETag", header("Its tag")));
        }
    }

    private static void freshness(APIResponse response) {
        response.addHeader(
                        FreshnessFilters.APPLIED_THROUGH,
                        header("Time of the newest event that is in the answer, at least; none before the first"))
                .addHeader(
                        FreshnessFilters.LAG,
                        header("How many accepted records wait to be applied; unknown while the brokers do not answer"))
                .addHeader(Preference.APPLIED, header("The wait that was preferred and applied, if one was"));
    }

    private static Header header(String description) {
        return OASFactory.createHeader().description(description).schema(string());
    }

    private static Parameter parameter(String name, Parameter.In in, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(string());
    }

    private static void problem(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static Schema problemSchema() {
        Schema schema = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("RFC 9457, in the language of Accept-Language: zh (default) or en");
        List.of("type", "title", "detail", "parameter").forEach(name -> schema.addProperty(name, string()));
        return schema.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
    }

    private static Schema figureSchema() {
        Schema qualifier = string().enumeration(
                        Stream.of(Qualifier.values()).<Object>map(Enum::name).toList());
        return OASFactory.createSchema()
                .description("A bare number where the source gives just that number, else with how exactly it gives it")
                .addOneOf(number())
                .addOneOf(OASFactory.createSchema()
                        .addType(SchemaType.OBJECT)
                        .addProperty("value", number())
                        .addProperty("qualifier", qualifier)
                        .required(List.of("value", "qualifier")));
    }

    private static Schema number() {
        return OASFactory.createSchema()
                .addType(SchemaType.NUMBER)
                .minimum(BigDecimal.ZERO)
                .maximum(Figure.MAXIMUM);
    }

    private static Schema string() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
