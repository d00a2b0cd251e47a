package io.huizong.aggregation.rollup;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;

/** Walks down the tree where anything was reported: nobody below a jurisdiction without a rollup has one. */
@ApplicationScoped
public class ReportedTree {

    private static final int ROWS_AT_ONCE = 500;
    private static final String CODES = """
            select id.jurisdiction from RollupRow
            where id.generation = :generation and id.period = :period and id.jurisdiction in :jurisdictions""";

    private final RollupRows rows;
    private final DivisionTree tree;

    ReportedTree(RollupRows rows, DivisionTree tree) {
        this.rows = rows;
        this.tree = tree;
    }

    /**
     * The jurisdiction and those below it that stand above others and have a rollup, level by level.
     *
     * @param wanted those for which it does not hold are left out, with all below them
     */
    @Transactional
    public List<Jurisdiction> parents(
            int generation, Period period, Jurisdiction above, Predicate<Jurisdiction> wanted) {
        List<Jurisdiction> found = new ArrayList<>();
        List<Jurisdiction> next = List.of(above);
        while (!next.isEmpty()) {
            List<Jurisdiction> there = existing(
                    generation,
                    period,
                    next.stream()
                            .filter(wanted)
                            .filter(one -> !tree.children(one).isEmpty())
                            .toList());
            found.addAll(there);
            next = there.stream().flatMap(one -> tree.children(one).stream()).toList();
        }
        return found;
    }

    private List<Jurisdiction> existing(int generation, Period period, List<Jurisdiction> asked) {
        List<Jurisdiction> existing = new ArrayList<>();
        for (int begin = 0; begin < asked.size(); begin += ROWS_AT_ONCE) {
            List<Jurisdiction> some = asked.subList(begin, Math.min(asked.size(), begin + ROWS_AT_ONCE));
            Set<String> codes = rows
                    .getEntityManager()
                    .createQuery(CODES, String.class)
                    .setParameter("generation", generation)
                    .setParameter("period", period.toString())
                    .setParameter(
                            "jurisdictions",
                            some.stream().map(Jurisdiction::code).toList())
                    .getResultList()
                    .stream()
                    .collect(toSet());
            some.stream().filter(one -> codes.contains(one.code())).forEach(existing::add);
        }
        return existing;
    }
}
