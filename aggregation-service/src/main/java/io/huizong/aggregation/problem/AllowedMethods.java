package io.huizong.aggregation.problem;

/** The methods that paths support, which the framework does not tell when it refuses another. */
final class AllowedMethods {

    private static final String READ = "GET, HEAD, OPTIONS";
    private static final String ACT = "POST, OPTIONS";
    private static final String BOTH = "GET, HEAD, OPTIONS, POST";

    private AllowedMethods() {}

    static String of(String path) {
        if (path.equals("/maintenance/rebuild")) {
            return BOTH;
        }
        return path.equals("/maintenance/audit") || path.endsWith("/put-back") ? ACT : READ;
    }
}
