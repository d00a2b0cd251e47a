package io.huizong.local.server;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a server lives.
 *
 * @param folder holds its settings and its data
 * @param log the file for its output, outside the folder
 * @param disposable whether the folder goes when the server was stopped
 */
public record ServerHome(Path folder, Path log, boolean disposable) {

    Path file(String name) {
        return folder.resolve(name);
    }

    Optional<Path> disposableFolder() {
        return disposable ? Optional.of(folder) : Optional.empty();
    }
}
