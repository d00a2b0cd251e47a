package io.huizong.aggregation.query.http;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

import io.huizong.commons.problem.Problem;

/** Says in the OpenAPI document what all reads have in common: the same words at every path would hide what differs. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class QueryDocument implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final Set<String> UNDATED = Set.of("/indicators");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(PROBLEM, problemSchema());
        document.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> complete(path, method, operation)));
    }

    private static void complete(String path, HttpMethod method, Operation operation) {
        boolean read = method == HttpMethod.GET && !path.startsWith("/maintenance");
        problem(operation, "401", "No valid token");
        problem(operation, "403", "The token does not permit this");
        if (read) {
            problem(operation, "400", "A parameter is wrong, unknown, or given twice: parameter names it");
        }
        if (read && !UNDATED.contains(path)) {
            operation.addParameter(
                    parameter("after", Parameter.In.QUERY, "Answer when this submission has its outcome, else 503")
                            .schema(OASFactory.createSchema()
                                    .addType(Schema.SchemaType.STRING)
                                    .format("uuid")));
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

    private static Header header(String description) {
        return OASFactory.createHeader()
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static Parameter parameter(String name, Parameter.In in, String description) {
        return OASFactory.createParameter()
                .name(name)
                .in(in)
                .description(description)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static void problem(Operation operation, String status, String description) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().description(description));
        }
    }

    private static void freshness(APIResponse response) {
        Map<String, String> headers = Map.of(
                FreshnessFilters.APPLIED_THROUGH,
                "Time of the newest event that is in the answer, at least; none before the first",
                FreshnessFilters.LAG,
                "How many accepted records wait to be applied; unknown while the brokers do not answer",
                Preference.APPLIED,
                "The wait that was preferred and applied, if one was");
        headers.forEach((name, description) -> response.addHeader(name, header(description)));
    }

    private static Schema problemSchema() {
        Schema schema = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description("RFC 9457, in the language of Accept-Language: zh (default) or en");
        List.of("type", "title", "detail", "parameter")
                .forEach(name ->
                        schema.addProperty(name, OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        return schema.addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER));
    }
}
