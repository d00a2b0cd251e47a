package io.huizong.aggregation.audit;

/**
 * What the tables hold for one jurisdiction in a period.
 *
 * @param jurisdiction code of the jurisdiction
 * @param revisions how many submissions were ever applied to its report
 * @param hasReport whether it has a current report
 * @param report the current report in JSON; null if there is none
 * @param rollup its rollup; null if there is none
 */
record StoredState(String jurisdiction, long revisions, boolean hasReport, String report, StoredRollup rollup) {

    static StoredState nothing(String jurisdiction) {
        return new StoredState(jurisdiction, 0, false, null, null);
    }

    /** The same without its report. */
    StoredState uncounted() {
        return new StoredState(jurisdiction, 0, false, null, rollup);
    }

    /** A row of the table of rollups. */
    record StoredRollup(
            long version, String scope, boolean ownHasFigures, int reports, int withoutFigures, String cells) {

        /** Whether nothing is reported in it. */
        boolean isEmpty() {
            return scope == null && reports == 0 && cells.equals("{}");
        }
    }
}
