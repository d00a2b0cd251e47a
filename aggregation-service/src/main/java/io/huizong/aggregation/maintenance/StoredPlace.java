package io.huizong.aggregation.maintenance;

/**
 * What the tables say of a place.
 *
 * @param jurisdiction code of the jurisdiction
 * @param revised whether any submission was ever applied to its report, be it withdrawn since
 * @param hasReport whether it has a current report
 * @param report the current report in JSON; null if there is none
 * @param rollup its rollup; null if there is none
 */
record StoredPlace(String jurisdiction, boolean revised, boolean hasReport, String report, StoredRollup rollup) {

    static StoredPlace nothing(String jurisdiction) {
        return new StoredPlace(jurisdiction, false, false, null, null);
    }

    /** A row of the table of rollups. */
    record StoredRollup(String scope, boolean ownHasFigures, int reports, int withoutFigures, String cells) {}
}
