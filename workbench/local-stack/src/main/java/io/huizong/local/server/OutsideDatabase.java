package io.huizong.local.server;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A database on a server that was there before; the URL is the one that was given. */
public record OutsideDatabase(String jdbcUrl, String user, String password) {

    private static final Pattern URL =
            Pattern.compile("(?<server>jdbc:\\w+:[^?]*?//[^/?]+)(?:/[^?]*)?(?:\\?(?<parameters>.*))?");
    private static final String CREATE = "createDatabaseIfNotExist=";

    static OutsideDatabase at(String jdbcUrl, String user, String password) {
        if (!URL.matcher(jdbcUrl).matches()) {
            throw new IllegalArgumentException(
                    "HUIZONG_JDBC_URL is %s, expected something like jdbc:mysql://host:3306/huizong."
                            .formatted(jdbcUrl));
        }
        return new OutsideDatabase(jdbcUrl, user, password);
    }

    /** Another database on the same server with the same parameters, made when it is not there. */
    public String jdbcUrl(String database) {
        Matcher url = URL.matcher(jdbcUrl);
        if (!url.matches()) {
            throw new IllegalStateException(jdbcUrl + " was a JDBC URL before.");
        }
        String parameters = url.group("parameters") == null ? "" : url.group("parameters");
        String kept = Stream.concat(
                        Arrays.stream(parameters.split("&"))
                                .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith(CREATE)),
                        Stream.of(CREATE + true))
                .collect(Collectors.joining("&"));
        return url.group("server") + "/" + database + "?" + kept;
    }
}
