package io.huizong.aggregation.query.export;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;

/** Answers with files. Each takes a thread while it is written, so that only some are written at once. */
@ApplicationScoped
public class Exports {

    private static final int AGAIN = 10;

    private final Semaphore free;

    Exports(@ConfigProperty(name = "huizong.exports.at-once") int atOnce) {
        this.free = new Semaphore(atOnce);
    }

    /** The sheet as a file of that format, written as it is read. */
    public Response answer(Format format, Sheet sheet) {
        StreamingOutput content = out -> {
            if (!free.tryAcquire()) {
                throw new ProblemException(
                                ProblemType.UNAVAILABLE, "导出过多，请稍后再试", "Too many exports at once, try again later")
                        .retryAfter(AGAIN);
            }
            try {
                if (format == Format.CSV) {
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
    private static String disposition(Format format, Sheet sheet) {
        String encoded = URLEncoder.encode(sheet.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"huizong-%s.%s\"; filename*=UTF-8''%s.%s"
                .formatted(sheet.id(), format.extension(), encoded, format.extension());
    }
}
