package io.huizong.intake.submission;

import java.util.Map;

import io.huizong.intake.validation.Divisions;

/** The real broker for an intake that knows one county more, which existed from 2016 until 2019. */
public class FormerCountyResource extends LocalServersResource {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = super.start();
        settings.put("huizong.divisions", Divisions.fileWithAFormerCounty().toString());
        return settings;
    }
}
