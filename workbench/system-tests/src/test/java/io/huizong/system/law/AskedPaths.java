package io.huizong.system.law;

import java.util.List;
import java.util.stream.Stream;

/** What a client asks for again and again: rollups, series, rankings and lists, most of which change all the time. */
final class AskedPaths {

    private static final List<String> CODES =
            List.of("CN", "53", "5301", "5303", NewerFiles.MOVED_COUNTY, NewerFiles.MOVED_COUNTY + "001", "530102");

    private AskedPaths() {}

    static List<String> all() {
        Stream<String> rollups = CODES.stream()
                .flatMap(code -> Stream.of("/rollups/%s/2022".formatted(code), "/rollups/%s/2021".formatted(code)));
        Stream<String> others = Stream.of(
                "/rollups/CN/2022-11",
                "/rollups/CN/2022?indicator=services.centre_items",
                "/rollups/53?from=2021&to=2022",
                "/rollups/CN?from=2021&to=2022&indicator=mediation.disputes_arisen",
                "/rollups?under=CN&level=PROVINCE&period=2022&indicator=mediation.disputes_arisen",
                "/rollups?under=53&level=PREFECTURE&period=2022&indicator=petitions.received",
                "/rollups/53/2022/contributions?indicator=mediation.disputes_arisen",
                "/gaps/CN/2022",
                "/reports/CN/2022",
                "/reports/CN/2022/revisions",
                "/submissions?client=upstream-1",
                "/jurisdictions/" + NewerFiles.MOVED_COUNTY,
                "/indicators");
        return Stream.concat(rollups, others).toList();
    }
}
