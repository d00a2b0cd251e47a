package io.huizong.contract.event;

import java.util.Map;

/**
 * An event as a Kafka record carries it: CloudEvents 1.0, Kafka protocol binding, binary mode.
 *
 * @param key the record's key: the jurisdiction's code
 * @param headers the record's headers, in UTF-8
 * @param data the record's value: JSON in UTF-8
 */
public record EncodedEvent(String key, Map<String, String> headers, byte[] data) {}
