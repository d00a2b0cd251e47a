package io.huizong.local.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

import io.huizong.local.process.JavaCommand;

/** The class path of the servers, written by the build; the class path of this process need not have any of it. */
final class ServerClassPath {

    private ServerClassPath() {}

    /** Everything that a JVM needs to run one of the servers, this module included. */
    static String complete() throws IOException {
        return JavaCommand.locationOf(ServerClassPath.class) + File.pathSeparator + dependencies();
    }

    /** The jar whose file name begins with the prefix. */
    static Path jar(String prefix) throws IOException {
        return Arrays.stream(dependencies().split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "This platform has no %s*.jar; set HUIZONG_JDBC_URL to use a server of your own."
                                .formatted(prefix)));
    }

    private static String dependencies() throws IOException {
        try (InputStream in = ServerClassPath.class.getResourceAsStream("class-path")) {
            if (in == null) {
                throw new IOException(
                        "The servers' class path is written by Maven; build workbench/local-stack first.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
