package io.huizong.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A report of one jurisdiction that is sent until it is accepted or refused.
 *
 * @param statuses how it was answered, each time
 * @param ids of the submission, as the answers named it
 * @param isRefused whether it is to be refused
 */
record Attempt(String jurisdiction, boolean isRefused, List<Integer> statuses, Set<String> ids) {

    static Attempt of(String jurisdiction, boolean isRefused) {
        return new Attempt(jurisdiction, isRefused, new CopyOnWriteArrayList<>(), new ConcurrentSkipListSet<>());
    }

    String report() {
        return "{\"jurisdiction\": \"%s\", \"period\": \"%s\", \"figures\": {\"petitions.visits\": %d}}"
                .formatted(jurisdiction, LoadOnIntake.PERIOD, isRefused ? -1 : 1);
    }

    /** Notes an answer; whether it is the last word. */
    boolean answered(int status, String id) {
        statuses.add(status);
        if (id != null) {
            ids.add(id);
        }
        return status == 202 || status == 422;
    }

    String onlyId() {
        assertThat(ids).as("ids of %s", this).hasSize(1);
        return ids.iterator().next();
    }
}
