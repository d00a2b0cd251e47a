package io.huizong.contract.division;

/**
 * An administrative division that can report, or that has others below it that can.
 *
 * @param code statistical division code without padding ({@code CN}, or usually 2, 4, 6 or 9 digits)
 * @param name Chinese name, such as 安宁市
 * @param level its level
 * @param parent code of the division above; null for the root only
 * @param from first year in which it exists; null for always
 * @param until last year in which it exists; null for ever
 * @param reports whether a report is expected from it; it may report all the same
 */
public record Jurisdiction(
        String code, String name, Level level, String parent, Integer from, Integer until, boolean reports) {

    /** Whether the division exists at some time of that year. */
    public boolean existsIn(int year) {
        return (from == null || from <= year) && (until == null || year <= until);
    }

    // Of the code alone, which a tree has once: jurisdictions are keys of maps a dozen times for each report.
    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return name + " " + code;
    }
}
