package io.huizong.system.history;

import java.util.UUID;

/** What makes two records the same submission: its id, and the place that it is about. */
public record PlacedSubmission(UUID id, Place place) {}
