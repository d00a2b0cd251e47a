package io.huizong.aggregation.problem;

/** The methods that paths support, which the framework does not tell when it refuses another. */
final class AllowedMethods {

    private static final String READ = "GET, HEAD, OPTIONS";
    private static final String ACT = "POST, OPTIONS";
    private static final String ALL = "DELETE, GET, HEAD, OPTIONS, POST";

    private AllowedMethods() {}

    static String of(String path) {
        if (path.equals("/maintenance/rebuild")) {
            return ALL;
        }
        return path.equals("/maintenance/audit") ? ACT : READ;
    }
}
