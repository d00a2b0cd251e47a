package io.huizong.intake.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.huizong.local.LocalIssuer;

/**
 * The service and the check by other code agree on which rows of a table are empty, where carriage returns stand in them. A
 * lone one makes its row no CSV, which is told, for the service does not guess whether it ends a row.
 */
@QuarkusTest
@WithTestResource(LocalServersResource.class)
class CsvRowsTest {

    private static final String HEADER = "jurisdiction,period,petitions.visits\n";

    LocalIssuer issuer;
    Intake intake;

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,\n",
                ",,\r\n",
                ",,\r\r\n",
                ",,\r\r\r\n",
                ",\r,\n",
                "\r,,\n",
                "\r\r,,\n",
                " \r\t\r\r\n",
                "\r\n",
                ",,\r \n",
                "\"\r\",,\n",
                ",,\"\r\"\r\n",
                "\"\"\r,,\n",
                ",,\"\"\r\r\n",
                ",,\"\"\r\r\r\n",
                ",\"\" \r,\n",
                "53,2021,1\r\r\n",
                "53,2021,1\r\r\r\n",
                "53,20\r21,1\n",
                "53,2021,1\r",
                ",,\r",
                ",\r,"
            })
    void the_same_rows_have_a_result(String row) {
        byte[] body = (HEADER + row).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> response = intake.send(
                "/reports", request -> Intake.bearing(issuer.token("c", Set.of("submitter"), Set.of("CN")), request)
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofByteArray(body)));

        // Fails where the numbers of the rows with a result are not the same.
        assertThat(FuzzedTransport.CSV.count(body, response, new IndependentCheck()))
                .isNotNull();
    }

    /** Found by chance: what stands in the middle of the third row is no space. */
    @ParameterizedTest
    @ValueSource(strings = {"\n110100,2024,,\n\n,,\r,,,,,,,\n\n370303005,'x',4,11\n\n110115107,2021-12,,\"长长\n\"\n"})
    void rows_that_were_once_taken_differently(String rows) {
        the_same_rows_have_a_result(rows);
    }
}
