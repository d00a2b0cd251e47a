package io.huizong.aggregation.query.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.ProblemException;

/** Answers with files. Each takes a thread while it is written, so their number is limited. */
@ApplicationScoped
public class Exports {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Semaphore free;

    Exports(@ConfigProperty(name = "huizong.exports.max-concurrent") int atOnce) {
        this.free = new Semaphore(atOnce);
    }

    /** The sheet as a file of that format, written as it is read. */
    public Response answer(ExportFormat format, Sheet sheet) {
        StreamingOutput content = out -> {
            if (!free.tryAcquire()) {
                throw new ProblemException(
                                CommonProblem.UNAVAILABLE, "导出过多，请稍后再试", "Too many exports at once, try again later")
                        .retryAfter(RETRY_AFTER);
            }
            try {
                if (format == ExportFormat.CSV) {
                    CsvSheet.write(sheet, out);
                } else {
                    XlsxSheet.write(sheet, out);
                }
            } finally {
                free.release();
            }
        };
        return Response.ok(content)
                .type(format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(format, sheet))
                .build();
    }

    /** With the name twice: for programs that read RFC 6266 and for the others. */
    private static String disposition(ExportFormat format, Sheet sheet) {
        String encoded = URLEncoder.encode(sheet.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"huizong-%s.%s\"; filename*=UTF-8''%s.%s"
                .formatted(sheet.id(), format.extension(), encoded, format.extension());
    }
}
