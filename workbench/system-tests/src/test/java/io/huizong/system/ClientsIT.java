package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.huizong.local.process.JavaCommand;

/** The clients of the docs get a report in and counted once, though they are turned away twice and an answer is lost. */
class ClientsIT {

    @RegisterExtension
    private static final RunningPair PAIR = RunningPair.shared();

    // Other classes submit the same reports by clients of their own.
    private static final String CLIENT = "client-of-the-docs";

    private static final Path CLIENTS = Path.of("../../docs/clients");

    @ParameterizedTest
    @CsvSource({
        "bash, submit.sh, 530181009-2021",
        "python3, submit.py, 110115107-2020",
        "java, Submit.java, 370303005-2023"
    })
    void a_report_counts_once(String interpreter, String client, String sample)
            throws IOException, InterruptedException {
        Path report = Path.of("../../docs/samples", sample + ".json");
        try (FlakyFront front = new FlakyFront(PAIR.intake())) {
            JsonPath receipt = JsonPath.from(output(front.address(), interpreter, client, report.toString(), sample));

            assertThat(front.requests()).isEqualTo(4);
            String[] place = sample.split("-");
            assertThat(receipt.getString("jurisdiction")).isEqualTo(place[0]);
            PAIR.awaitApplied(receipt.getString("submissionId"));
            List<String> clients = PAIR.viewer()
                    .get("/reports/{code}/{period}/revisions", place[0], place[1])
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.client");
            assertThat(clients).containsOnlyOnce(CLIENT);
        }
    }

    @ParameterizedTest
    @CsvSource({"bash, submit.sh", "python3, submit.py", "java, Submit.java"})
    void what_is_refused_is_told_and_not_tried_again(String interpreter, String client)
            throws IOException, InterruptedException {
        Path report = Files.createTempFile("report", ".json");
        Files.writeString(report, "{\"jurisdiction\": \"53\"}");
        Process process = started(PAIR.intake().toString(), interpreter, client, report.toString(), "refused");

        assertThat(new String(process.getErrorStream().readAllBytes())).contains("urn:huizong:problem:refused");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private static String output(String intake, String... command) throws IOException, InterruptedException {
        Process process = started(intake, command);
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return output;
    }

    private static Process started(String intake, String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.set(0, command[0].equals("java") ? JavaCommand.EXECUTABLE : command[0]);
        words.set(1, CLIENTS.resolve(command[1]).toString());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("INTAKE", intake);
        builder.environment().put("TOKEN", PAIR.clientToken(CLIENT));
        return builder.start();
    }
}
