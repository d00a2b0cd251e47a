package io.huizong.intake.http;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** The aggregation service, to which receipts link. */
@ConfigMapping(prefix = "huizong.aggregation")
interface AggregationSettings {

    /** Its address as senders reach it, without a slash at the end. */
    URI url();
}
