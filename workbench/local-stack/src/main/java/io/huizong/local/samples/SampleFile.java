package io.huizong.local.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.huizong.local.count.SubmittedReport;

/**
 * A file with one report.
 *
 * @param body the file's bytes, submitted as they are
 */
public record SampleFile(String name, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The folder's {@code *.json} in the order of their names, which is the order in which they are submitted. */
    public static List<SampleFile> allIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> paths = files.filter(
                            file -> file.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
            List<SampleFile> samples = new ArrayList<>();
            for (Path path : paths) {
                samples.add(new SampleFile(path.getFileName().toString(), Files.readAllBytes(path)));
            }
            return samples;
        }
    }

    /** The report that the file holds; empty if it is no JSON, which its refusal will tell. */
    public Optional<SubmittedReport> report() {
        try {
            return Optional.of(new SubmittedReport(JSON.readTree(body)));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
