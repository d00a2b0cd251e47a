package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.huizong.local.samples.SampleFile;

/** The files that a run submits, read before anything is started. */
record Samples(List<SampleFile> files) {

    static Samples of(Options options) throws IOException, Fault {
        if (options.samples().isEmpty()) {
            return new Samples(List.of());
        }
        Path folder = options.samples().get();
        if (!Files.isDirectory(folder)) {
            throw new Fault("%s is no folder, so there are no reports in it to submit.".formatted(folder));
        }
        List<SampleFile> files = SampleFile.allIn(folder);
        if (files.isEmpty()) {
            throw new Fault("There is no *.json in %s to submit; --no-samples starts without any.".formatted(folder));
        }
        return new Samples(files);
    }
}
