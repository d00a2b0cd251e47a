import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Submits a report: {@code java Submit.java FILE KEY}, with INTAKE (address) and TOKEN in the environment. 429 and 503 are
 * tried again after as many seconds as Retry-After says. The key makes it one submission, however often it is sent.
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
        for (int attempt = 1; attempt <= 8; attempt++) {
            long pause = attempt;
            try {
                HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
                switch (answer.statusCode()) {
                    case 202 -> {
                        System.out.println(answer.body());
                        return;
                    }
                    case 429, 503 -> pause = answer.headers().firstValueAsLong("Retry-After").orElse(pause);
                    default -> {
                        System.err.println(answer.body());
                        System.exit(1);
                    }
                }
            } catch (IOException e) {
                System.err.println("no answer: " + e.getMessage());
            }
            Thread.sleep(Duration.ofSeconds(pause).toMillis());
        }
        System.err.println("gave up");
        System.exit(1);
    }
}
