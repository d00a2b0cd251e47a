package io.huizong.system.law;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/** The next edition of the bundled files: made from them, so that it is newer than they are whatever they become. */
final class NewerFiles {

    /** A county that goes to another prefecture with all below it. */
    static final String MOVED_COUNTY = "530181";

    /** A township that is no more. */
    static final String ENDED_TOWNSHIP = "530102009";

    /** A township that is there from 2022 on. */
    static final String LATER_TOWNSHIP = "530102901";

    /** All that only the newer tree has. */
    static final List<String> NEW_PLACES =
            List.of("530181901", "530181902", LATER_TOWNSHIP, "530190", "530190001", "530190002");

    /** COUNT, STOCK and AMOUNT that only the newer catalog has. */
    static final List<String> NEW_INDICATORS =
            List.of("mediation.things_new", "services.things_kept", "publicity.things_spent");

    /** A RATE that only the newer catalog has. */
    static final String NEW_RATE = "mediation.things_rate";

    /** LOCAL in the bundled catalog, COUNT in the newer one; and the reverse. */
    static final List<String> CHANGED_KINDS = List.of("services.centre_items", "disclosure.policies_interpreted");

    private static final String OLD_PREFECTURE = "5301";
    private static final String NEW_PREFECTURE = "5303";
    private static final Pattern EDITION = Pattern.compile("# edition (\\d+)");

    private NewerFiles() {}

    /** A tree with some more places, one fewer, and one county elsewhere. */
    static Path divisions(Path folder) throws IOException {
        List<String> lines =
                newer(lines(new GZIPInputStream(resource(DivisionTree.class, "divisions.csv.gz"))), row -> {
                    if (row.startsWith(ENDED_TOWNSHIP + ",")) {
                        return null;
                    }
                    return row.startsWith(MOVED_COUNTY + ",")
                            ? row.replace("," + OLD_PREFECTURE + ",", "," + NEW_PREFECTURE + ",")
                            : row;
                });
        for (String code : NEW_PLACES) {
            boolean county = code.length() == MOVED_COUNTY.length();
            lines.add("%s,新地%s,%s,%s,%s,,yes"
                    .formatted(
                            code,
                            code,
                            county ? "COUNTY" : "TOWNSHIP",
                            county ? OLD_PREFECTURE : code.substring(0, MOVED_COUNTY.length()),
                            code.equals(LATER_TOWNSHIP) ? "2022" : ""));
        }
        return write(folder.resolve("divisions.csv"), lines);
    }

    /** A catalog with some more indicators, and two that are counted by another rule. */
    static Path catalog(Path folder) throws IOException {
        Map<String, String> kinds = Map.of("LOCAL", "COUNT", "COUNT", "LOCAL");
        List<String> lines = newer(lines(resource(IndicatorCatalog.class, "indicators.csv")), row -> {
            String[] cells = row.split(",", 3);
            return CHANGED_KINDS.contains(cells[0]) ? String.join(",", cells[0], kinds.get(cells[1]), cells[2]) : row;
        });
        lines.add("mediation.things_new,COUNT,件,things,新事物,New things,");
        lines.add("services.things_kept,STOCK,件,things,在管事物,Things kept,");
        lines.add("publicity.things_spent,AMOUNT,元,CNY,新事物支出,Spent on new things,");
        lines.add(NEW_RATE + ",RATE,%,%,新事物率,Rate of new things,mediation.things_new/mediation.disputes_arisen");
        return write(folder.resolve("indicators.csv"), lines);
    }

    /** The lines of the next edition; the change gives a row as it will be, or null if it goes. */
    private static List<String> newer(List<String> lines, UnaryOperator<String> change) {
        Matcher edition = EDITION.matcher(lines.get(0));
        boolean says = edition.matches();
        List<String> newer = new ArrayList<>();
        newer.add("# edition " + (says ? Integer.parseInt(edition.group(1)) + 1 : 2));
        for (String row : lines.subList(says ? 1 : 0, lines.size())) {
            String changed = change.apply(row);
            if (changed != null) {
                newer.add(changed);
            }
        }
        return newer;
    }

    private static InputStream resource(Class<?> module, String name) {
        return module.getResourceAsStream("/io/huizong/contract/" + name);
    }

    private static List<String> lines(InputStream file) throws IOException {
        try (file) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Path write(Path file, List<String> lines) throws IOException {
        return Files.write(file, lines);
    }
}
