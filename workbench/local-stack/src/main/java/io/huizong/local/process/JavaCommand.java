package io.huizong.local.process;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** How a child runs the Java that this process runs. */
public final class JavaCommand {

    /** The path of this JVM's own launcher. */
    public static final String EXECUTABLE =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private JavaCommand() {}

    /** The folder or jar that the class was loaded from, as an entry of a class path. */
    public static String locationOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of " + type + " is no valid URI.", e);
        }
    }
}
