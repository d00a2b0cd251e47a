package io.huizong.commons.problem;

import java.time.Duration;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.huizong.contract.Bilingual;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Bilingual detail;
    private final String parameter;
    private final Duration retryAfter;

    private ProblemException(ProblemType type, Bilingual detail, String parameter, Duration retryAfter) {
        super(detail.en());
        this.type = type;
        this.detail = detail;
        this.parameter = parameter;
        this.retryAfter = retryAfter;
    }

    /** What is wrong with this request, in Chinese and English: the offending value and what was expected. */
    public ProblemException(ProblemType type, String zh, String en) {
        this(type, new Bilingual(zh, en), null, Duration.ZERO);
    }

    /** The same with the name of the wrong parameter. */
    public ProblemException parameter(String name) {
        return new ProblemException(type, detail, name, retryAfter);
    }

    /** The same with how long to wait before the next try, in whole seconds. */
    public ProblemException retryAfter(Duration wait) {
        return new ProblemException(type, detail, parameter, wait);
    }

    ProblemType type() {
        return type;
    }

    Response response(Language language) {
        Response.ResponseBuilder response =
                Problem.of(type, language, detail).withParameter(parameter).response(language);
        return (retryAfter.isZero() ? response : response.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds()))
                .build();
    }
}
