package io.huizong.local.demo;

import java.util.Map;

/**
 * A jurisdiction of the division tree.
 *
 * @param parent code of the one directly above
 * @param from the first year of its existence; empty if it is older than the tree
 * @param until the last one; empty if it still exists
 * @param expected whether it is expected to report
 */
record Division(String code, String name, DemoLevel level, String parent, String from, String until, boolean expected) {

    static Division of(Map<String, String> row) {
        return new Division(
                row.get("code"),
                row.get("name"),
                DemoLevel.valueOf(row.get("level")),
                row.get("parent"),
                row.get("from"),
                row.get("until"),
                row.get("reports").equals("yes"));
    }

    boolean existsIn(int year) {
        return (from.isEmpty() || Integer.parseInt(from) <= year)
                && (until.isEmpty() || year <= Integer.parseInt(until));
    }
}
