package io.huizong.system.crash;

/** Where a report stands, and a rollup. */
record Place(String jurisdiction, String period) {

    @Override
    public String toString() {
        return jurisdiction + "/" + period;
    }
}
