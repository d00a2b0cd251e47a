package io.huizong.intake.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

import io.huizong.contract.event.Warning;

/** The kinds of problem that senders meet. Names are stable: they are the ends of the {@code type} URNs. */
public enum ProblemType {
    UNREADABLE(400, "无法读取请求", "The request cannot be read"),
    UNAUTHENTICATED(401, "未通过身份验证", "No valid token"),
    FORBIDDEN(403, "令牌无此权限", "The token does not permit this"),
    UNFIT_CLIENT(403, "令牌的 sub 不可用", "The token's sub will not do"),
    OUTSIDE_JURISDICTIONS(403, "超出令牌的行政区划范围", "Outside the token's jurisdictions"),
    NOT_FOUND(404, "没有此路径", "No such path"),
    METHOD_NOT_ALLOWED(405, "此路径不支持该方法", "The path does not support this method"),
    NOT_ACCEPTABLE(406, "无法以所要求的类型应答", "No answer of an accepted type"),
    SILENT(408, "等待请求超时", "The request did not go on"),
    TOO_LARGE(413, "请求过大", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "不支持此内容类型", "The content type is not supported"),
    REFUSED(422, "请求未通过校验", "The request breaks rules"),
    CROWDED(429, "请求过多", "Too many requests"),
    FAILED(500, "系统内部错误", "An error of ours"),
    UNCONFIRMED(503, "尚不能确认提交是否已入库", "It is unknown whether the submission is in the log"),
    UNAVAILABLE(503, "暂时不能受理", "Not available now");

    private final int status;
    private final Warning.Detail title;
    private final URI urn =
            URI.create("urn:huizong:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    ProblemType(int status, String zh, String en) {
        this.status = status;
        this.title = new Warning.Detail(zh, en);
    }

    /** The first kind of that status, or what comes nearest: the request is at fault below 500, this service from there on. */
    static ProblemType ofStatus(int status) {
        return Arrays.stream(values())
                .filter(type -> type.status == status)
                .findFirst()
                .orElse(status < FAILED.status ? UNREADABLE : FAILED);
    }

    int status() {
        return status;
    }

    Warning.Detail title() {
        return title;
    }

    URI urn() {
        return urn;
    }
}
