package io.huizong.intake.problem;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be called here. */
enum Call {
    SUBMIT("POST", "/reports"),
    CHECK("POST", "/reports/validations"),
    WITHDRAW("DELETE", "/reports/{jurisdiction}/{period}");

    private final String method;
    private final String path;
    private final Pattern pattern;

    Call(String method, String path) {
        this.method = method;
        this.path = path;
        this.pattern = Pattern.compile(path.replaceAll("\\{[a-z]+}", "[^/]+") + "/?");
    }

    /** All of them, for sentences. */
    static String all() {
        return Arrays.stream(values())
                .map(call -> call.method + " " + call.path)
                .collect(Collectors.joining(", "));
    }

    /** The methods that the path takes, as the header {@code Allow} lists them. */
    static String allowedAt(String path) {
        return Arrays.stream(values())
                .filter(call -> call.pattern.matcher(path).matches())
                .map(call -> call.method)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
