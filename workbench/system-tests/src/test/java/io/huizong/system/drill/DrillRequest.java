package io.huizong.system.drill;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import io.huizong.system.history.PlacedSubmission;

/** A request with a key, to be sent to any intake until all that is in it is accepted. */
interface DrillRequest {

    /** Answers after which a request is sent again. */
    Set<Integer> REPEATABLE = Set.of(429, 503);

    /** How many submissions it has. */
    int size();

    HttpRequest to(String intake, String token);

    /** What an answer says. */
    Receipt receipt(HttpResponse<String> answer) throws IOException;

    /**
     * What became of a request.
     *
     * @param accepted submissions that were answered 202
     * @param repeatable how often something was answered that it cannot be taken now
     * @param refused what was answered otherwise for good
     */
    record Receipt(List<PlacedSubmission> accepted, int repeatable, List<String> refused) {}
}
