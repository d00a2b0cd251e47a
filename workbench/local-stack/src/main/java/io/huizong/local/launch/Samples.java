package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huizong.local.demo.Demo;
import io.huizong.local.samples.SampleFile;

/**
 * What a run submits, read before anything is started.
 *
 * @param demo the generated reports
 */
record Samples(List<SampleFile> files, Optional<Demo> demo) {

    /** @param real the folder of the real reports, which no generated ones stand in for, submitted or not */
    static Samples of(RunOptions options, Path root, Path real) throws IOException, Fault {
        List<SampleFile> files = files(options);
        if (!options.demo()) {
            return new Samples(files, Optional.empty());
        }
        List<SampleFile> kept = new ArrayList<>(SampleFile.allIn(real));
        kept.addAll(files);
        return new Samples(
                files,
                Optional.of(Demo.of(
                        root,
                        kept.stream().flatMap(file -> file.report().stream()).toList())));
    }

    boolean isEmpty() {
        return files.isEmpty() && demo.isEmpty();
    }

    private static List<SampleFile> files(RunOptions options) throws IOException, Fault {
        if (options.samples().isEmpty()) {
            return List.of();
        }
        Path folder = options.samples().get();
        if (!Files.isDirectory(folder)) {
            throw new Fault("%s is no folder, so there are no reports in it to submit.".formatted(folder));
        }
        List<SampleFile> files = SampleFile.allIn(folder);
        if (files.isEmpty()) {
            throw new Fault("There is no *.json in %s to submit; --no-samples starts without any.".formatted(folder));
        }
        return files;
    }
}
