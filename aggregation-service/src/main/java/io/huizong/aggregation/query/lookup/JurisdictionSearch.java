package io.huizong.aggregation.query.lookup;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/**
 * Finds jurisdictions by what people type. The best match comes first: the whole name, then its beginning, then a part of
 * it; of equally good ones the higher level, then the code.
 */
@ApplicationScoped
class JurisdictionSearch {

    private final DivisionTree tree;

    JurisdictionSearch(DivisionTree tree) {
        this.tree = tree;
    }

    /**
     * Those whose name contains the last word, with the words before it in the names above: 榆林 鱼河 is 鱼河镇 in 榆林市.
     *
     * @param level only those of it; null for all
     */
    List<Jurisdiction> byName(String words, Level level, int limit) {
        String[] all = words.strip().split("\\s+");
        String name = all[all.length - 1];
        List<String> above = List.of(all).subList(0, all.length - 1);
        return first(
                ofLevel(level)
                        .filter(jurisdiction -> jurisdiction.name().contains(name))
                        .filter(jurisdiction -> above.stream().allMatch(word -> standsBelow(jurisdiction, word))),
                Comparator.comparing(jurisdiction -> quality(jurisdiction.name(), name)),
                limit);
    }

    /** Those whose code begins with that; a padded code finds the one that it means. */
    List<Jurisdiction> byCode(String code, Level level, int limit) {
        List<Jurisdiction> meant = tree.find(code).stream().toList();
        return first(
                Stream.concat(meant.stream(), ofLevel(null).filter(jurisdiction -> jurisdiction
                                .code()
                                .startsWith(code)))
                        .distinct()
                        .filter(jurisdiction -> level == null || jurisdiction.level() == level),
                Comparator.comparing(jurisdiction -> !meant.contains(jurisdiction)),
                limit);
    }

    private Stream<Jurisdiction> ofLevel(Level level) {
        return tree.all().stream().filter(jurisdiction -> level == null || jurisdiction.level() == level);
    }

    private boolean standsBelow(Jurisdiction jurisdiction, String word) {
        return tree.ancestors(jurisdiction).stream()
                .anyMatch(above -> above.name().contains(word));
    }

    private static int quality(String name, String wanted) {
        if (name.equals(wanted)) {
            return 0;
        }
        return name.startsWith(wanted) ? 1 : 2;
    }

    private static List<Jurisdiction> first(Stream<Jurisdiction> found, Comparator<Jurisdiction> quality, int limit) {
        return found.sorted(quality.thenComparing(Jurisdiction::level).thenComparing(Jurisdiction::code))
                .limit(limit)
                .toList();
    }
}
