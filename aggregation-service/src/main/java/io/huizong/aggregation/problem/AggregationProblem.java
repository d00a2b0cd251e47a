package io.huizong.aggregation.problem;

import io.huizong.commons.problem.ProblemException;
import io.huizong.commons.problem.ProblemType;
import io.huizong.contract.Bilingual;

/** The kinds of problem that only queries and maintenance have. */
public enum AggregationProblem implements ProblemType {
    /** A parameter that cannot be understood. */
    WRONG_PARAMETER(400, "参数有误", "Wrong parameter"),
    /** A jurisdiction that is not in the tree. */
    UNKNOWN_JURISDICTION(404, "没有此行政区划", "No such jurisdiction"),
    /** A submission that is not known, or not known yet. */
    UNKNOWN_SUBMISSION(404, "没有此提交", "No such submission"),
    /** A record that is not among the unreadable ones. */
    UNKNOWN_RECORD(404, "没有此记录", "No such record"),
    /** A jurisdiction and period without a current report. */
    UNKNOWN_REPORT(404, "没有此报告", "No such report"),
    /** No rebuild runs that could be ended. */
    NO_REBUILD(409, "没有正在进行的重建", "No rebuild is running"),
    /** A rebuild is asked for while another one runs. */
    REBUILD_UNDER_WAY(409, "重建正在进行", "A rebuild is running"),
    /** A submission that the answer should contain is not applied yet. */
    NOT_APPLIED_YET(503, "尚未计入该提交", "The submission is not applied yet");

    private final int status;
    private final Bilingual title;

    AggregationProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Bilingual(zh, en);
    }

    /** A parameter that cannot be understood: the offending value and what was expected, in Chinese and English. */
    public static ProblemException wrongParameter(String name, String zh, String en) {
        return new ProblemException(WRONG_PARAMETER, name + "：" + zh, name + ": " + en).parameter(name);
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
