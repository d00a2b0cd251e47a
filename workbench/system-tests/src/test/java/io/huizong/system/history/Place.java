package io.huizong.system.history;

/** A jurisdiction in a period: where a report stands, and a rollup. */
public record Place(String jurisdiction, String period) {

    @Override
    public String toString() {
        return jurisdiction + "/" + period;
    }
}
