package io.huizong.aggregation.query.http;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Qualifier;

/** Says in the OpenAPI document what the types of answers do not: how the contract's types are written, and what is always there. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SchemaDocument implements OASFilter {

    /** By schema the properties that are left out where there is nothing to say; every other is always there. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            "AdditionalFigure", Set.of("unit"),
            "IndicatorEntry", Set.of("of"),
            "CellDifference", Set.of("indicator"),
            "Contribution", Set.of("value", "qualifier", "numerator", "denominator", "estimated"),
            "Problem", Set.of("parameter"),
            "Report", Set.of("statedRates", "additionalFigures", "source", "remarks"),
            "Source", Set.of("title", "url", "documentDate"),
            "Submission", Set.of("notCounted", "reason"),
            "SubmissionPage", Set.of("resume"));

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = document.getComponents();
        components.addSchema("Figure", figure());
        components.getSchemas().forEach(SchemaDocument::complete);
        Set<String> tags = new TreeSet<>();
        document.getPaths().getPathItems().forEach((path, item) -> {
            String tag = path.split("/")[1];
            tags.add(tag);
            item.getOperations().values().forEach(operation -> operation.setTags(List.of(tag)));
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

    private static Schema figure() {
        Schema qualifier = string();
        for (Qualifier one : Qualifier.values()) {
            qualifier.addEnumeration(one.name());
        }
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
