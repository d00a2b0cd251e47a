package io.huizong.contract.report;

/** How exactly a source gives a figure. */
public enum Qualifier {
    /** Just so. */
    EXACT,
    /** 余, 以上, 超过: that many or more. */
    AT_LEAST,
    /** 约, 近: about that many. */
    ABOUT
}
