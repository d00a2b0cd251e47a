package io.huizong.commons.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

import io.huizong.contract.Bilingual;

/** The sentences of problems that a request has before a resource looks at its body. */
final class Details {

    private static final int MAX_SHOWN = 200;

    private Details() {}

    static Language language(HttpServerRequest request) {
        return Language.preferredIn(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    static Bilingual of(CommonProblem type, HttpServerRequest request) {
        return switch (type) {
            case UNREADABLE ->
                about(
                        "无法读取地址为 %s 的请求，应为合法的 HTTP 请求",
                        "The request for %s cannot be read, expected a well-formed HTTP request", request.uri());
            case UNAUTHENTICATED ->
                new Bilingual(
                        "请求须带有效的令牌：Authorization: Bearer …",
                        "Expected a valid token in the header Authorization: Bearer …");
            case FORBIDDEN ->
                new Bilingual("令牌所在的组或行政区划不允许此请求", "The token's groups or jurisdictions do not permit this request");
            case NOT_FOUND -> about("没有路径 %s，见 /q/openapi", "There is no path %s, see /q/openapi", request.path());
            case METHOD_NOT_ALLOWED ->
                about(
                        "此路径不支持 %s，见 /q/openapi",
                        "The path does not support %s, see /q/openapi",
                        request.method().name());
            case NOT_ACCEPTABLE ->
                about(
                        "Accept 为 %s，此处没有其中任何一种，见 /q/openapi",
                        "Accept is %s, and none of these types is available here, see /q/openapi",
                        request.getHeader(HttpHeaders.ACCEPT));
            case UNSUPPORTED_MEDIA_TYPE ->
                about(
                        "内容类型为 %s，应为 application/json",
                        "The content type is %s, expected application/json",
                        request.getHeader(HttpHeaders.CONTENT_TYPE));
            default -> new Bilingual("请求未能处理，请稍后再试", "The request could not be handled, try again later");
        };
    }

    private static Bilingual about(String zh, String en, String value) {
        String shown = value == null ? "-" : value.substring(0, Math.min(MAX_SHOWN, value.length()));
        return new Bilingual(zh.replace("%s", shown), en.replace("%s", shown));
    }
}
