package io.huizong.aggregation.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huizong.aggregation.place.Place;
import io.huizong.contract.report.Report;

/**
 * What events came to.
 *
 * @param current the current report of every place where it changed; empty where there is none any more
 * @param outcomes of the submissions, without those that were known already
 */
public record Revisions(Map<Place, Optional<Report>> current, List<Outcome> outcomes) {}
