package io.huizong.system.history;

import java.util.UUID;

/** How a place stands: its newest revision, and the submission that is its current report, if any. */
public record NewestRevision(int number, UUID current) {

    /** Before the first. */
    public static final NewestRevision NONE = new NewestRevision(0, null);

    NewestRevision revised(UUID report) {
        return new NewestRevision(number + 1, report);
    }
}
