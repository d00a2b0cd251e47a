package io.huizong.intake.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import io.huizong.contract.event.Warning;

/** The sentences of problems that a request has before anyone looks into its body. */
final class Details {

    private static final int LONGEST_SHOWN = 100;
    private static final String CALLS = Call.all();

    private Details() {}

    static Warning.Detail of(ProblemType type, HttpServerRequest request) {
        return switch (type) {
            case UNREADABLE ->
                both(
                        "无法读取地址为 %s 的请求，应为合法的 HTTP 请求",
                        "The request for %s cannot be read, expected a well-formed HTTP request", request.uri());
            case UNAUTHENTICATED ->
                new Warning.Detail(
                        "请求须带有效的令牌：Authorization: Bearer …",
                        "Expected a valid token in the header Authorization: Bearer …");
            case FORBIDDEN ->
                new Warning.Detail("令牌不在所需的组 submitter 中", "The token is not of the group submitter, which this needs");
            case NOT_FOUND -> both("没有路径 %s，应为 " + CALLS, "There is no path %s, expected " + CALLS, request.path());
            case METHOD_NOT_ALLOWED ->
                both(
                        "此处不支持 %s，应为 " + CALLS,
                        "%s is not supported here, expected " + CALLS,
                        request.method().name());
            case NOT_ACCEPTABLE ->
                both(
                        "Accept 为 %s，应包括 application/json",
                        "Accept is %s, expected it to include application/json", request.getHeader(HttpHeaders.ACCEPT));
            case UNSUPPORTED_MEDIA_TYPE ->
                both(
                        "内容类型为 %s，应为 application/json",
                        "The content type is %s, expected application/json",
                        request.getHeader(HttpHeaders.CONTENT_TYPE));
            default -> new Warning.Detail("请求未能处理，请稍后再试", "The request could not be handled, try again later");
        };
    }

    private static Warning.Detail both(String zh, String en, String value) {
        String shown = value == null ? "-" : value.substring(0, Math.min(LONGEST_SHOWN, value.length()));
        return new Warning.Detail(zh.formatted(shown), en.formatted(shown));
    }
}
