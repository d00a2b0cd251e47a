package io.huizong.aggregation.rollup.arithmetic;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import io.huizong.contract.report.Scope;

/**
 * The running totals of one {@link RollupKey}: its own report's figures and the sums from directly below, by
 * indicator. Every change returns what it changes for the parent, so that a change of one report touches its
 * ancestors and no other rollup. Not thread-safe.
 */
public final class Rollup {

    private Scope scope;
    private boolean ownHasFigures;
    private int subtreeReports;
    private int subtreeWithoutFigures;
    private long revisions;
    private final Map<String, Cell> cells;
    private boolean changed;

    /** A rollup as it was stored; the parameters are what the methods of the same names give. */
    public Rollup(
            Scope scope,
            boolean ownHasFigures,
            int subtreeReports,
            int subtreeWithoutFigures,
            long revisions,
            Map<String, Cell> cells) {
        this.scope = scope;
        this.ownHasFigures = ownHasFigures;
        this.subtreeReports = subtreeReports;
        this.subtreeWithoutFigures = subtreeWithoutFigures;
        this.revisions = revisions;
        this.cells = new HashMap<>(cells);
    }

    /** An empty rollup. */
    public static Rollup empty() {
        return new Rollup(null, false, 0, 0, 0, Map.of());
    }

    /**
     * Replaces the own report.
     *
     * @param report null for none
     * @param more revisions that brought it about
     */
    Delta replaceOwn(OwnReport report, int more) {
        Scope before = scope;
        Scope after = report == null ? null : report.scope();
        boolean hasFigures = report != null && report.hasFigures();
        changed |= before != after || ownHasFigures != hasFigures;
        Delta delta = new Delta(
                more,
                (after == null ? 0 : 1) - (before == null ? 0 : 1),
                (after != null && !hasFigures ? 1 : 0) - (before != null && !ownHasFigures ? 1 : 0));
        Map<String, Tally> own = report == null ? Map.of() : report.tallies();
        Set<String> touched = new HashSet<>(own.keySet());
        touched.addAll(cells.keySet());
        for (String indicator : touched) {
            Cell old = cell(indicator);
            Cell now = new Cell(own.getOrDefault(indicator, Tally.NONE), old.subordinates());
            delta.add(indicator, now.effective(after).minus(old.effective(before)));
            put(indicator, now);
        }
        scope = after;
        ownHasFigures = hasFigures;
        count(delta);
        return delta;
    }

    /** Applies the change of a child. */
    Delta addSubordinates(Delta below) {
        Delta delta = new Delta(below.revisions, below.reports, below.withoutFigures);
        below.tallies.forEach((indicator, change) -> {
            Cell old = cell(indicator);
            Cell now = new Cell(old.own(), old.subordinates().plus(change));
            delta.add(indicator, now.effective(scope).minus(old.effective(scope)));
            put(indicator, now);
        });
        count(delta);
        return delta;
    }

    private void count(Delta delta) {
        changed |= delta.revisions != 0 || delta.reports != 0 || delta.withoutFigures != 0;
        revisions += delta.revisions;
        subtreeReports += delta.reports;
        subtreeWithoutFigures += delta.withoutFigures;
    }

    private void put(String indicator, Cell cell) {
        Cell before = cell.isEmpty() ? cells.remove(indicator) : cells.put(indicator, cell);
        changed = changed || !cell.equals(before == null ? Cell.EMPTY : before);
    }

    /** The cell of that indicator, empty if nothing was reported. */
    public Cell cell(String indicator) {
        return cells.getOrDefault(indicator, Cell.EMPTY);
    }

    /** The cells that hold anything, by indicator. */
    public Map<String, Cell> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** Scope of the own report; null if there is none. */
    public Scope scope() {
        return scope;
    }

    /** Whether there is an own report and it gives any number. */
    public boolean ownHasFigures() {
        return ownHasFigures;
    }

    /** Current reports of the jurisdiction and all below it. */
    public int subtreeReports() {
        return subtreeReports;
    }

    /** How many of {@link #subtreeReports()} give no number at all. */
    public int subtreeWithoutFigures() {
        return subtreeWithoutFigures;
    }

    /**
     * How many revisions there have been of reports of the jurisdiction and all below it: it follows from the topic
     * and the tree, grows with each change and never goes back.
     */
    public long revisions() {
        return revisions;
    }

    /** The effective value of that indicator. */
    public Tally effective(String indicator) {
        return cell(indicator).effective(scope);
    }

    /** Whether anything in it has changed since it was made. */
    public boolean isChanged() {
        return changed;
    }

    /**
     * The change that a change of one rollup makes to its parent; also the sum of several. A tally may be zero where
     * several cancelled each other out.
     */
    static final class Delta {

        private final Map<String, Tally> tallies = new HashMap<>();
        private long revisions;
        private int reports;
        private int withoutFigures;

        /** No change. */
        Delta() {}

        private Delta(long revisions, int reports, int withoutFigures) {
            this.revisions = revisions;
            this.reports = reports;
            this.withoutFigures = withoutFigures;
        }

        private void add(String indicator, Tally change) {
            if (!change.equals(Tally.NONE)) {
                tallies.merge(indicator, change, Tally::plus);
            }
        }

        /** Adds those tallies of the other delta whose indicators move up, its revisions and its numbers of reports. */
        void add(Delta other, Predicate<String> movesUp) {
            revisions += other.revisions;
            reports += other.reports;
            withoutFigures += other.withoutFigures;
            other.tallies.forEach((indicator, change) -> {
                if (movesUp.test(indicator)) {
                    add(indicator, change);
                }
            });
        }
    }
}
