package io.huizong.contract.report;

/** What part of a jurisdiction a report covers. */
public enum Scope {
    /** The jurisdiction with all below it. */
    WHOLE_AREA,
    /** 本级: its own organs only. */
    OWN_LEVEL
}
