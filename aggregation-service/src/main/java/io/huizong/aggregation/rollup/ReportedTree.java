package io.huizong.aggregation.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.InList;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.report.Period;

/** Walks down the tree where anything was reported: below a jurisdiction without a rollup there is none. */
@ApplicationScoped
public class ReportedTree {

    private static final String CODES = """
            select id.jurisdiction from RollupRow
            where id.generation = :generation and id.period = :period and id.jurisdiction in\s""";

    private final StatelessSession session;
    private final DivisionTree tree;

    ReportedTree(StatelessSession session, DivisionTree tree) {
        this.session = session;
        this.tree = tree;
    }

    /**
     * The jurisdiction and those below it that have children and a rollup, level by level.
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
        Set<String> codes = Set.copyOf(
                InList.select(asked.stream().map(Jurisdiction::code).toList(), in -> session.createSelectionQuery(
                                CODES + in, String.class)
                        .setParameter("generation", generation)
                        .setParameter("period", period.toString())));
        return asked.stream().filter(one -> codes.contains(one.code())).toList();
    }
}
