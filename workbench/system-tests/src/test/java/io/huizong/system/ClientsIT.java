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
import io.huizong.system.FlakyFront.Failure;
import io.huizong.system.FlakyFront.Request;

/** The clients of the docs submit a report through a proxy that fails, and it counts once. */
class ClientsIT {

    @RegisterExtension
    private static final RunningPair PAIR = RunningPair.shared();

    // Other classes submit the same reports by clients of their own.
    private static final String CLIENT = "client-of-the-docs";

    private static final Path CLIENTS = Path.of("../../docs/clients");
    private static final Path REPORT = Path.of("../../docs/samples/361026101-2024.json");

    private static final int ATTEMPTS = 4;

    @ParameterizedTest
    @CsvSource({
        "bash, submit.sh, 530181009-2021",
        "python3, submit.py, 110115107-2020",
        "java, Submit.java, 370303005-2023"
    })
    void a_report_counts_once(String interpreter, String client, String sample)
            throws IOException, InterruptedException {
        Path report = Path.of("../../docs/samples", sample + ".json");
        List<Failure> failures = List.of(Failure.UNAVAILABLE, Failure.LOST_ANSWER, Failure.BROKEN_CONNECTION);
        try (FlakyFront front = new FlakyFront(PAIR.intake(), failures)) {
            JsonPath receipt = JsonPath.from(output(front.address(), interpreter, client, report.toString(), sample));

            assertThat(front.requests()).hasSize(ATTEMPTS);
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
    void a_client_waits_as_long_as_retry_after_says(String interpreter, String client)
            throws IOException, InterruptedException {
        List<Failure> failures =
                List.of(Failure.BUSY_FOR_A_SECOND, Failure.UNAVAILABLE_UNTIL_DATE, Failure.UNAVAILABLE_UNTIL_PAST_DATE);
        try (FlakyFront front = new FlakyFront(PAIR.intake(), failures)) {
            output(front.address(), interpreter, client, REPORT.toString(), client);

            List<Request> requests = front.requests();
            assertThat(requests).hasSize(ATTEMPTS);
            assertThat(requests).extracting(Request::key).containsOnly('"' + client + '"');
            assertThat(pause(requests, 0)).isGreaterThan(0.9);
            assertThat(pause(requests, 1)).as("a date at least 3 s ahead").isGreaterThan(2.9);
            assertThat(pause(requests, 2)).as("a date an hour ago").isLessThan(30);
        }
    }

    @ParameterizedTest
    @CsvSource({"bash, submit.sh", "python3, submit.py", "java, Submit.java"})
    void a_client_gives_up_in_the_end(String interpreter, String client) throws IOException, InterruptedException {
        List<Failure> failures = List.of(
                Failure.UNAVAILABLE_UNTIL_PAST_DATE,
                Failure.BAD_GATEWAY,
                Failure.GATEWAY_TIMEOUT,
                Failure.BROKEN_CONNECTION);
        try (FlakyFront front = new FlakyFront(PAIR.intake(), failures)) {
            Process process = started(front.address(), interpreter, client, REPORT.toString(), "given-up");

            assertThat(new String(process.getErrorStream().readAllBytes()))
                    .contains("attempt 2 failed: status 502", "attempt 3 failed: status 504", "attempt 4 failed")
                    .endsWith("gave up after 4 attempts\n");
            assertThat(process.waitFor()).isEqualTo(75);
            assertThat(front.requests()).hasSize(ATTEMPTS);
        }
    }

    @ParameterizedTest
    @CsvSource({"bash, submit.sh", "python3, submit.py", "java, Submit.java"})
    void what_is_refused_is_told_and_not_tried_again(String interpreter, String client)
            throws IOException, InterruptedException {
        Path report = Files.createTempFile("report", ".json");
        Files.writeString(report, "{\"jurisdiction\": \"53\"}");
        try (FlakyFront front = new FlakyFront(PAIR.intake(), List.of())) {
            Process process = started(front.address(), interpreter, client, report.toString(), "refused");

            assertThat(new String(process.getErrorStream().readAllBytes())).contains("urn:huizong:problem:refused");
            assertThat(process.waitFor()).isEqualTo(1);
            assertThat(front.requests()).hasSize(1);
        }
    }

    private static double pause(List<Request> requests, int after) {
        return requests.get(after + 1).seconds() - requests.get(after).seconds();
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
        builder.environment().put("ATTEMPTS", String.valueOf(ATTEMPTS));
        builder.environment().put("TOKEN", PAIR.clientToken(CLIENT));
        return builder.start();
    }
}
