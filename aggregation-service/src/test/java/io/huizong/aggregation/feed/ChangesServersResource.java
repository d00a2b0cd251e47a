package io.huizong.aggregation.feed;

import io.huizong.aggregation.LocalServersResource;

/** Servers for those who compare the whole topic of changes with the tables, so that nobody may empty these. */
public class ChangesServersResource extends LocalServersResource {}
