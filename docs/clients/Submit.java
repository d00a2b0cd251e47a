import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Submits a report: {@code java Submit.java FILE KEY}, with INTAKE (address) and TOKEN in the environment, and ATTEMPTS if
 * not 8. 429, 502, 503, 504 and a broken connection are tried again. The key makes it one submission, however often it is
 * sent. Exit code: 0 accepted, 1 refused, 75 gave up.
 */
class Submit {

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(System.getenv("INTAKE") + "/reports"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + System.getenv("TOKEN"))
                .header("Idempotency-Key", '"' + args[1] + '"')
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofFile(Path.of(args[0])))
                .build();
        int attempts = Integer.parseInt(System.getenv().getOrDefault("ATTEMPTS", "8"));
        double wait = 0;
        for (int attempt = 0; attempt < attempts; attempt++) {
            Thread.sleep((long) (wait * 1000));
            // A random time of at most 1, 2, 4, … 60 s on top: clients that failed together do not come back together.
            wait = Math.random() * Math.min(60, Math.pow(2, attempt));
            String failure;
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                switch (answer.statusCode()) {
                    case 202 -> {
                        System.out.println(answer.body());
                        return;
                    }
                    case 429, 502, 503, 504 ->
                        wait += retryAfter(answer.headers().firstValue("Retry-After").orElse("0"));
                    default -> {
                        System.err.println(answer.body());
                        System.exit(1);
                    }
                }
                failure = "status " + answer.statusCode();
            } catch (IOException e) {
                failure = "no answer: " + e;
            }
            System.err.printf("attempt %d failed: %s%n", attempt + 1, failure);
        }
        System.err.printf("gave up after %d attempts%n", attempts);
        System.exit(75);
    }

    /** Retry-After (seconds or a date) in seconds, 0 to 60. */
    private static double retryAfter(String value) {
        try {
            double seconds = value.matches("\\d+")
                    ? Double.parseDouble(value)
                    : Instant.now().until(RFC_1123_DATE_TIME.parse(value, Instant::from), ChronoUnit.MILLIS) / 1000.0;
            return Math.max(0, Math.min(60, seconds));
        } catch (DateTimeException e) {
            return 0;
        }
    }
}
