package io.huizong.intake.problem;

import io.huizong.commons.problem.ProblemType;
import io.huizong.contract.Bilingual;

/** The kinds of problem that only submissions have. */
public enum IntakeProblem implements ProblemType {
    /** A token whose {@code sub} cannot be the client of a submission. */
    INVALID_SUBJECT(403, "令牌的 sub 不可用", "The token's sub is not valid here"),
    /** A report of a jurisdiction for which the sender may not write. */
    OUTSIDE_JURISDICTIONS(403, "超出令牌的行政区划范围", "Outside the token's jurisdictions"),
    /** A report that breaks rules. */
    REFUSED(422, "请求未通过校验", "The request breaks rules"),
    /** A submission that was sent to the brokers and not acknowledged in time. */
    UNCONFIRMED(503, "尚不能确认提交是否已入库", "It is unknown whether the submission was stored");

    private final int status;
    private final Bilingual title;

    IntakeProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Bilingual(zh, en);
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
