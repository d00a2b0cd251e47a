package io.huizong.aggregation.problem;

import java.net.URI;
import java.util.Locale;

import io.huizong.contract.event.Warning;

/** The kinds of problem that callers meet. Names are stable: they are the ends of the {@code type} URNs. */
public enum ProblemType {
    /** A parameter that cannot be understood. */
    WRONG_PARAMETER(400, "参数有误", "Wrong parameter"),
    /** No valid token. */
    UNAUTHENTICATED(401, "未通过身份验证", "No valid token"),
    /** A token that does not permit the request. */
    FORBIDDEN(403, "令牌无此权限", "The token does not permit this"),
    /** A jurisdiction that is not in the tree. */
    UNKNOWN_JURISDICTION(404, "没有此行政区划", "No such jurisdiction"),
    /** A submission that is not known, or not known yet. */
    UNKNOWN_SUBMISSION(404, "没有此提交", "No such submission"),
    /** A record that is not among those that cannot be read. */
    UNKNOWN_RECORD(404, "没有此记录", "No such record"),
    /** A place that has no current report. */
    UNKNOWN_REPORT(404, "没有此报告", "No such report"),
    /** A path that leads nowhere. */
    NOT_FOUND(404, "没有此路径", "No such path"),
    /** A method that the path does not support. */
    METHOD_NOT_ALLOWED(405, "此路径不支持该方法", "The path does not support this method"),
    /** No answer of a type that the caller accepts. */
    NOT_ACCEPTABLE(406, "无法以所要求的类型应答", "No answer of an accepted type"),
    /** No rebuild is under way that could be ended. */
    NO_REBUILD(409, "没有正在进行的重建", "No rebuild is under way"),
    /** A rebuild while another is not finished. */
    REBUILD_UNDER_WAY(409, "重建正在进行", "A rebuild is under way"),
    /** An error of the service. */
    FAILED(500, "系统内部错误", "An error of ours"),
    /** A submission that an answer should contain and does not yet. */
    NOT_APPLIED_YET(503, "尚未计入该提交", "The submission is not applied yet"),
    /** The database cannot be reached, or too many ask for the same at once. */
    UNAVAILABLE(503, "暂时不能应答", "Not available now");

    private final int status;
    private final Warning.Detail title;
    private final URI urn =
            URI.create("urn:huizong:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));

    ProblemType(int status, String zh, String en) {
        this.status = status;
        this.title = new Warning.Detail(zh, en);
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
