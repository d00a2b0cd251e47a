package io.huizong.system.law;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * The files that an instance runs with.
 *
 * @param name for people
 * @param settings that name those files which do not come with the service
 */
record Edition(String name, DivisionTree tree, IndicatorCatalog catalog, Map<String, String> settings) {

    /** The files that come with the service. */
    static Edition bundled() {
        return new Edition("the bundled files", DivisionTree.bundled(), IndicatorCatalog.bundled(), Map.of());
    }

    /** These files, but for the tree. */
    Edition withDivisions(Path file) throws IOException {
        return new Edition(
                name + ", a newer tree", DivisionTree.read(file), catalog, with("huizong.divisions", file.toString()));
    }

    /** These files, but for the catalog. */
    Edition withCatalog(Path file) throws IOException {
        return new Edition(
                name + ", a newer catalog",
                tree,
                IndicatorCatalog.read(file),
                with("huizong.catalog", file.toString()));
    }

    private Map<String, String> with(String setting, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(setting, value);
        return more;
    }

    @Override
    public String toString() {
        return name;
    }
}
