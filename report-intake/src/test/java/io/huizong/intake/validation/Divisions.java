package io.huizong.intake.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import io.huizong.contract.division.DivisionTree;

/** The bundled tree with one county more, which existed from 2016 until 2019. */
final class Divisions {

    private Divisions() {}

    static DivisionTree withAFormerCounty() {
        try {
            Path file = Files.createTempFile("divisions", ".csv");
            try (var bundled = DivisionTree.class.getResourceAsStream("/io/huizong/contract/divisions.csv.gz");
                    var unpacked = new GZIPInputStream(bundled);
                    var out = Files.newOutputStream(file)) {
                unpacked.transferTo(out);
                out.write("530199,旧县,COUNTY,5301,2016,2019,yes\n".getBytes(StandardCharsets.UTF_8));
            }
            DivisionTree tree = DivisionTree.read(file);
            Files.delete(file);
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
