package io.huizong.intake.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import io.huizong.contract.division.DivisionTree;

/** The bundled tree with one county more, which existed from 2016 until 2019. */
public final class Divisions {

    private Divisions() {}

    static DivisionTree withAFormerCounty() {
        try {
            return DivisionTree.read(fileWithAFormerCounty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tree's file, which goes with the JVM. */
    public static Path fileWithAFormerCounty() {
        try {
            Path file = Files.createTempFile("divisions", ".csv");
            file.toFile().deleteOnExit();
            try (var bundled = DivisionTree.class.getResourceAsStream("/io/huizong/contract/divisions.csv.gz");
                    var unpacked = new GZIPInputStream(bundled);
                    var out = Files.newOutputStream(file)) {
                unpacked.transferTo(out);
                out.write("530199,旧县,COUNTY,5301,2016,2019,yes\n".getBytes(StandardCharsets.UTF_8));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
