package io.huizong.system.observability;

import static java.util.stream.Collectors.toSet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service exposes at {@code /q/metrics}. */
record Exposed(Map<String, Family> families, Map<String, Set<String>> labelsOfSeries) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*?)})? \\S.*");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /**
     * One metric as Prometheus' users name it.
     *
     * @param labels besides {@code le}
     */
    record Family(String type, Set<String> labels) {}

    static Exposed of(String metrics) {
        Map<String, String> types = new HashMap<>();
        Map<String, Set<String>> series = new TreeMap<>();
        metrics.lines().forEach(line -> {
            Matcher type = TYPE.matcher(line);
            Matcher sample = SERIES.matcher(line);
            if (type.matches()) {
                String suffix =
                        type.group(2).equals("counter") && !type.group(1).endsWith("_total") ? "_total" : "";
                types.put(type.group(1) + suffix, type.group(2));
            } else if (!line.startsWith("#") && sample.matches()) {
                String labels = sample.group(2) == null ? "" : sample.group(2);
                series.computeIfAbsent(sample.group(1), name -> new HashSet<>())
                        .addAll(LABEL.matcher(labels)
                                .results()
                                .map(label -> label.group(1))
                                .collect(toSet()));
            }
        });
        Map<String, Family> families = new TreeMap<>();
        types.forEach((name, type) -> families.put(name, new Family(type, labels(name, type, series))));
        return new Exposed(families, series);
    }

    private static Set<String> labels(String name, String type, Map<String, Set<String>> series) {
        Set<String> labels =
                new HashSet<>(series.getOrDefault(type.equals("histogram") ? name + "_count" : name, Set.of()));
        labels.remove("le");
        return labels;
    }

    /** Our own metrics; the greatest value of a histogram goes with it. */
    Map<String, Family> ours() {
        Map<String, Family> ours = new TreeMap<>(families);
        ours.keySet().removeIf(name -> !name.startsWith("huizong_") || isGreatestOfHistogram(name));
        return ours;
    }

    private boolean isGreatestOfHistogram(String name) {
        Family base = name.endsWith("_max") ? families.get(name.substring(0, name.length() - "_max".length())) : null;
        return base != null && base.type().equals("histogram");
    }

    /** Both services' series. */
    static Map<String, Set<String>> series(Exposed one, Exposed other) {
        Map<String, Set<String>> both = new TreeMap<>(one.labelsOfSeries);
        other.labelsOfSeries.forEach((name, labels) -> both.merge(name, labels, (mine, theirs) -> {
            Set<String> all = new HashSet<>(mine);
            all.addAll(theirs);
            return all;
        }));
        return both;
    }
}
