package io.huizong.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntSupplier;

import io.huizong.local.server.KafkaBroker;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.Ports;
import io.huizong.local.server.ServerHome;

/**
 * The folder and the ports of the shared servers, chosen once a JVM and kept as system properties.
 *
 * @param folder holds everything of both servers; the logs stay in it after their end
 */
record ServerLayout(Path folder, int kafkaPort, int controllerPort, int databasePort) {

    private static final String FOLDER = "io.huizong.local.folder";

    static boolean areChosen() {
        return System.getProperty(FOLDER) != null;
    }

    static ServerLayout ofThisJvm() {
        ServerLayout layout = new ServerLayout(
                areChosen() ? Path.of(System.getProperty(FOLDER)) : newFolder(),
                chosen("kafka.port", Ports::free),
                chosen("controller.port", Ports::free),
                chosen("database.port", Ports::free));
        System.setProperty(FOLDER, layout.folder.toString());
        return layout;
    }

    KafkaBroker broker() {
        return new KafkaBroker(home("kafka"), kafkaPort, controllerPort);
    }

    MariaDbServer database() {
        return new MariaDbServer(home("database"), databasePort);
    }

    private ServerHome home(String name) {
        return new ServerHome(folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    private static int chosen(String name, IntSupplier choice) {
        String property = "io.huizong.local." + name;
        Integer known = Integer.getInteger(property);
        if (known != null) {
            return known;
        }
        int port = choice.getAsInt();
        System.setProperty(property, Integer.toString(port));
        return port;
    }

    private static Path newFolder() {
        Path target = Path.of("target").toAbsolutePath();
        try {
            return Files.isDirectory(target)
                    ? Files.createTempDirectory(target, "local-servers-")
                    : Files.createTempDirectory("huizong-local-servers-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
