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
 * The folder and the ports of a set of servers, chosen once a JVM and kept as system properties.
 *
 * @param name of the set
 * @param folder holds everything of both servers; the logs stay in it after their end
 */
record ServerLayout(String name, Path folder, int kafkaPort, int controllerPort, int databasePort) {

    static boolean isChosen(String name) {
        return System.getProperty(property(name, "folder")) != null;
    }

    static ServerLayout ofThisJvm(String name) {
        String folder = System.getProperty(property(name, "folder"));
        ServerLayout layout = new ServerLayout(
                name,
                folder == null ? newFolder() : Path.of(folder),
                chosen(property(name, "kafka.port"), Ports::free),
                chosen(property(name, "controller.port"), Ports::free),
                chosen(property(name, "database.port"), Ports::free));
        System.setProperty(property(name, "folder"), layout.folder.toString());
        return layout;
    }

    private static String property(String name, String what) {
        return "io.huizong.local.%s.%s".formatted(name, what);
    }

    KafkaBroker broker() {
        return new KafkaBroker(home("kafka"), kafkaPort, controllerPort);
    }

    SharedServer sharedBroker() {
        return new SharedServer(property(name, "kafka.pid"), broker());
    }

    MariaDbServer database() {
        return new MariaDbServer(home("database"), databasePort);
    }

    SharedServer sharedDatabase() {
        return new SharedServer(property(name, "database.pid"), database());
    }

    private ServerHome home(String name) {
        return new ServerHome(folder.resolve(name), folder.resolve(name + ".log"), true);
    }

    private static int chosen(String property, IntSupplier choice) {
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
