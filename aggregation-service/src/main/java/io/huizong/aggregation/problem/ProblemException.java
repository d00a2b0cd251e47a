package io.huizong.aggregation.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.huizong.contract.event.Warning;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Warning.Detail detail;
    private final String parameter;
    private final int retryAfter;

    private ProblemException(ProblemType type, Warning.Detail detail, String parameter, int retryAfter) {
        super(detail.en());
        this.type = type;
        this.detail = detail;
        this.parameter = parameter;
        this.retryAfter = retryAfter;
    }

    /** What is wrong with this request, in Chinese and English: the offending value and what was expected. */
    public ProblemException(ProblemType type, String zh, String en) {
        this(type, new Warning.Detail(zh, en), null, 0);
    }

    /** A parameter that cannot be understood. */
    public static ProblemException parameter(String name, String zh, String en) {
        return new ProblemException(
                ProblemType.WRONG_PARAMETER, new Warning.Detail(name + "：" + zh, name + ": " + en), name, 0);
    }

    /** The same with how long to wait before asking again, in seconds. */
    public ProblemException retryAfter(int seconds) {
        return new ProblemException(type, detail, parameter, seconds);
    }

    Response response(Language language) {
        Response.ResponseBuilder response = Problem.response(type, detail, parameter, language);
        return (retryAfter > 0 ? response.header(HttpHeaders.RETRY_AFTER, retryAfter) : response).build();
    }
}
