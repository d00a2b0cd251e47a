package io.huizong.aggregation.audit;

import java.util.List;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/** Real townships to report for. */
public final class Townships {

    private static final DivisionTree TREE = DivisionTree.bundled();

    private Townships() {}

    /** The codes of all townships below that jurisdiction. */
    public static List<String> of(String above) {
        Jurisdiction root = TREE.get(above).orElseThrow();
        return TREE.all().stream()
                .filter(jurisdiction -> jurisdiction.level() == Level.TOWNSHIP && TREE.covers(root, jurisdiction))
                .map(Jurisdiction::code)
                .toList();
    }
}
