package io.huizong.aggregation.feed;

import java.time.Duration;
import java.util.Map;

import io.huizong.aggregation.persistence.GenerationKey;
import io.huizong.contract.division.Level;

/**
 * What comes after some rollups of each level.
 *
 * @param next by level the key to go on after; a level without one has no more
 * @param rest how long to wait before going on
 */
record OutboxPage(Map<Level, GenerationKey> next, Duration rest) {}
