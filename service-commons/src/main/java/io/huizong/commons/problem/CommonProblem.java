package io.huizong.commons.problem;

import java.util.Arrays;

import io.huizong.contract.Bilingual;

/** The kinds of problem that both services have. */
public enum CommonProblem implements ProblemType {
    /** A request that is no well-formed HTTP or JSON. */
    UNREADABLE(400, "无法读取请求", "The request cannot be read"),
    /** No valid token. */
    UNAUTHENTICATED(401, "未通过身份验证", "No valid token"),
    /** A token that does not permit the request. */
    FORBIDDEN(403, "令牌无此权限", "The token does not permit this"),
    /** A path that leads nowhere. */
    NOT_FOUND(404, "没有此路径", "No such path"),
    /** A method that the path does not support. */
    METHOD_NOT_ALLOWED(405, "此路径不支持该方法", "The path does not support this method"),
    /** No answer of a type that the caller accepts. */
    NOT_ACCEPTABLE(406, "无法以所要求的类型应答", "No answer of an accepted type"),
    /** A request whose rest did not arrive in time. */
    REQUEST_TIMEOUT(408, "等待请求超时", "The rest of the request did not arrive in time"),
    /** A request that is longer than allowed. */
    TOO_LARGE(413, "请求过大", "The request is too large"),
    /** A body of a media type that the path does not take. */
    UNSUPPORTED_MEDIA_TYPE(415, "不支持此内容类型", "The content type is not supported"),
    /** More requests at once than allowed. */
    TOO_MANY_REQUESTS(429, "请求过多", "Too many requests"),
    /** An error of the service. */
    FAILED(500, "系统内部错误", "Internal error"),
    /** A database, a broker or a thread that the answer needs is not available. */
    UNAVAILABLE(503, "服务暂不可用", "Not available now");

    private final int status;
    private final Bilingual title;

    CommonProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Bilingual(zh, en);
    }

    /** The type of that status; for another status {@link #UNREADABLE} below 500 and {@link #FAILED} from 500 on. */
    public static CommonProblem ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < FAILED.status ? UNREADABLE : FAILED);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Bilingual title() {
        return title;
    }
}
