package io.huizong.aggregation;

import java.util.Map;

/** Servers for those who take tables or topics away under the service, put them back, or build all totals anew. */
public class RoughServersResource extends LocalServersResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        settings.put("huizong.rebuilds.check-interval", "1s");
        return settings;
    }
}
