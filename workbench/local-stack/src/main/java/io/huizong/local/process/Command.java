package io.huizong.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a child process runs.
 *
 * @param line the program and its arguments
 * @param environment variables added to those of this process
 * @param log the file that its output is appended to
 * @param disposable a folder that goes when the process was stopped, but not when it ended by itself
 */
public record Command(List<String> line, Map<String, String> environment, Path log, Optional<Path> disposable) {

    public Command {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }
}
