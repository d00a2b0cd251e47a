package io.huizong.intake.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.examples.Example;
import org.eclipse.microprofile.openapi.models.media.MediaType;

/** Shows the real reports of {@code docs/samples}, which are packaged with the service, as examples of what to send. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SampleReports implements OASFilter {

    private static final List<String> NAMES =
            List.of("530181009-2021", "110115107-2020", "361026101-2024", "370303005-2023", "610802-2024");

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public void filterOpenAPI(OpenAPI description) {
        for (String body : List.of("Report", "Submission")) {
            MediaType json = description
                    .getComponents()
                    .getRequestBodies()
                    .get(body)
                    .getContent()
                    .getMediaType("application/json");
            NAMES.forEach(name -> json.addExample(name, example(name)));
        }
    }

    private Example example(String name) {
        try (var in = SampleReports.class.getResourceAsStream("/io/huizong/intake/samples/" + name + ".json")) {
            JsonNode report = json.readTree(in);
            return OASFactory.createExample()
                    .summary(report.at("/source/title").textValue())
                    .value(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
