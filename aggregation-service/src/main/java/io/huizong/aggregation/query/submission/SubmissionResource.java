package io.huizong.aggregation.query.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.ServingGeneration;
import io.huizong.aggregation.security.ReadAccess;
import io.huizong.aggregation.submission.SubmissionReader;
import io.huizong.aggregation.submission.SubmissionView;
import io.huizong.commons.problem.ProblemException;
import io.huizong.commons.security.Role;
import io.huizong.commons.topic.TopicConfiguration;

/** Submissions and their outcomes. */
@Path("/submissions")
@RolesAllowed({Role.VIEWER, Role.SUBMITTER})
@Produces(MediaType.APPLICATION_JSON)
@ReadEndpoint
class SubmissionResource {

    private final ServingGeneration serving;
    private final SubmissionReader submissions;
    private final TopicId log;
    private final TopicConfiguration topics;
    private final ReadAccess access;

    SubmissionResource(
            ServingGeneration serving,
            SubmissionReader submissions,
            TopicId log,
            TopicConfiguration topics,
            ReadAccess access) {
        this.serving = serving;
        this.submissions = submissions;
        this.log = log;
        this.topics = topics;
        this.access = access;
    }

    @GET
    @Operation(
            summary = "The submissions of a client, whatever their outcome",
            description =
                    "In the order of the topic: of each partition by offset, of several the oldest first. The last page"
                            + " gives resume, a cursor for what is applied later. A record that could not be read belongs to no"
                            + " client: GET /maintenance/unreadable lists it. What only an earlier topic holds is not listed. A"
                            + " submitter may ask for its own.")
    @APIResponse(responseCode = "200", description = "A page")
    public SubmissionPage submissions(
            @Parameter(description = "The sub claim of its token; the caller's own if left out") @QueryParam("client")
                    String named,
            @Parameter(
                            description = "Accepted at that time or day or later; all if left out",
                            example = "2024-03-01T08:00:00Z")
                    @QueryParam("since")
                    String since,
            @BeanParam PageParameters page) {
        String client = named == null ? access.client() : named;
        access.checkClient(client);
        int size = Parameters.limit(page);
        Instant begin = since == null ? Instant.EPOCH : Parameters.instant("since", since);
        Cursor cursor = new Cursor("submissions " + begin + " " + client);
        PartitionCursor from = cursor.read(page.cursor, PartitionCursor.BEGIN, PartitionCursor::parse)
                .in(log.get(), topics.partitions());
        List<SubmissionView> found =
                submissions.byClient(serving.number(), client, from.logId(), begin, from.next(), size + 1);
        List<SubmissionView> items = found.subList(0, Math.min(size, found.size()));
        String after = cursor.write(from.after(items).toString());
        return found.size() > size ? new SubmissionPage(items, after, null) : new SubmissionPage(items, null, after);
    }

    /**
     * A page of submissions.
     *
     * @param items in the order of the topic
     * @param next the cursor of the next page; null if this is the last
     * @param resume the cursor for what is applied later; left out unless this is the last page
     */
    @Schema(name = "SubmissionPage")
    record SubmissionPage(
            List<SubmissionView> items,
            @Schema(nullable = true) String next,
            @JsonInclude(JsonInclude.Include.NON_NULL) String resume) {}

    @GET
    @Path("/{id}")
    @Operation(summary = "The outcome of a submission")
    @APIResponse(responseCode = "200", description = "It has an outcome")
    @APIResponse(responseCode = "404", description = "Not known, or not known yet")
    public SubmissionView submission(
            @Parameter(description = "The submissionId of the receipt") @PathParam("id") UUID id) {
        SubmissionView submission = submissions
                .find(serving.number(), id)
                .orElseThrow(() -> new ProblemException(
                        AggregationProblem.UNKNOWN_SUBMISSION,
                        "没有提交 %s，或尚未处理".formatted(id),
                        "The submission %s is not known, or not known yet".formatted(id)));
        access.checkSubmission(submission.client(), submission.jurisdiction());
        return submission;
    }
}
