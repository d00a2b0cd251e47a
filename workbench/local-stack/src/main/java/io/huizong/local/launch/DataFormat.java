package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.huizong.local.server.Versions;

/** Who wrote a data folder, kept in it as a small file: data of other versions are not touched. */
final class DataFormat {

    private static final int FORMAT = 1;

    private DataFormat() {}

    /** Marks a new folder; refuses one that another version wrote. */
    static void claim(Path folder, Versions versions) throws IOException, Fault {
        String expected = "format %d, Kafka %s, MariaDB %s".formatted(FORMAT, versions.kafka(), versions.mariaDb());
        Path marker = folder.resolve("format");
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.writeString(marker, expected);
        }
        String found = Files.exists(marker) ? Files.readString(marker).strip() : "something else";
        if (!found.equals(expected)) {
            throw new Fault("The data in %s were written by %s, this build is %s; remove them with: rm -r '%s'"
                    .formatted(folder, found, expected, folder));
        }
    }
}
