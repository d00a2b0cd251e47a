package io.huizong.contract.indicator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.contract.csv.ReferenceFileException;

/** The indicators that reports can carry and totals can show, in the order of their file. Immutable. */
public final class IndicatorCatalog {

    private static final String BUNDLED = "/io/huizong/contract/indicators.csv";

    private final Map<String, Indicator> byCode;
    private final List<Indicator> rates;
    private final Map<String, Integer> lines;
    private final int edition;
    private final String fingerprint;

    /** @param lines of the entries in the file, by code */
    IndicatorCatalog(Map<String, Indicator> byCode, Map<String, Integer> lines, int edition, String fingerprint) {
        this.byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
        this.rates = byCode.values().stream()
                .filter(indicator -> indicator.kind().isPair())
                .toList();
        this.lines = Map.copyOf(lines);
        this.edition = edition;
        this.fingerprint = fingerprint;
    }

    /** The catalog that comes with Huizong: 83 indicators found in real reports. */
    public static IndicatorCatalog bundled() {
        try (var in = IndicatorCatalog.class.getResourceAsStream(BUNDLED)) {
            return new IndicatorFile(BUNDLED).read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The catalog of a UTF-8 file {@code code,kind,unit_zh,unit_en,label_zh,label_en,of}, below a line that says its
     * edition.
     *
     * @throws ReferenceFileException if a row is wrong: every wrong row is named by its line
     * @throws IOException if the file cannot be read
     */
    public static IndicatorCatalog read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new IndicatorFile(file.toString()).read(in);
        }
    }

    /** The indicator of exactly this code. */
    public Optional<Indicator> get(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All indicators, in the order of the file. */
    public Collection<Indicator> all() {
        return byCode.values();
    }

    /** The indicators of kind RATE, in the order of the file. */
    public List<Indicator> rates() {
        return rates;
    }

    /**
     * The line in the file on which the entry of that code begins, from 1.
     *
     * @throws IllegalArgumentException if the catalog has none
     */
    public int lineOf(String code) {
        Integer line = lines.get(code);
        if (line == null) {
            throw new IllegalArgumentException("the catalog has no indicator " + code);
        }
        return line;
    }

    /** The edition that the file says: of two catalogs the one with the higher is the newer. */
    public int edition() {
        return edition;
    }

    /** SHA-256 of the file's content, in hexadecimal. */
    public String fingerprint() {
        return fingerprint;
    }
}
