package io.huizong.aggregation.persistence;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Values in the form that their columns have. */
public final class Values {

    private Values() {}

    /** For a {@code binary(16)}; null for null. */
    public static byte[] binary(UUID id) {
        return id == null
                ? null
                : ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }

    /** For a {@code datetime} in UTC; null for null. */
    public static LocalDateTime utc(Instant time) {
        return time == null ? null : LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
