package io.huizong.aggregation.feed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.ProblemException;
import io.huizong.commons.security.Role;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;

/** Rollups as they change. */
@Path("/changes")
@RolesAllowed(Role.VIEWER)
@ReadEndpoint
class ChangeResource {

    private static final Logger LOG = Logger.getLogger(ChangeResource.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final long RETRY_AFTER_MILLIS = 2000;

    private final Parameters parameters;
    private final ChangeFeed feed;
    private final DivisionTree tree;

    ChangeResource(Parameters parameters, ChangeFeed feed, DivisionTree tree) {
        this.parameters = parameters;
        this.feed = feed;
        this.tree = tree;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    // The data is JSON that is written already. As a media type of each event it would be a field of its own.
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    // Proxies hold no event back.
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            summary = "Every rollup that changes, as server-sent events",
            description = "Events: ready, when every change from now on follows; rollup, whose data is the rollup as"
                    + " GET /rollups/{code}/{period} shows it (empty at version 0 if nothing is reported there any"
                    + " more); reset, when what came after Last-Event-ID is not there any more, or the topic was"
                    + " created again, so that everything has to be read again; behind, the last, when the reader is too slow and has to come again. A reader that"
                    + " is slow gets only the last change of each rollup. The ids are the same at every instance. A"
                    + " comment comes when nothing has happened for a while.")
    @APIResponse(
            responseCode = "200",
            description = "The stream, which does not end",
            content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> changes(
            @Parameter(description = "Only this jurisdiction and all below it", example = "53") @QueryParam("under")
                    String under,
            @Parameter(
                            description = "Only those of this level; repeats",
                            schema = @Schema(implementation = Level[].class))
                    @QueryParam("level")
                    List<String> levels,
            @Parameter(description = "Id of the last event that was received: begins after it")
                    @HeaderParam("Last-Event-ID")
                    String last,
            @Parameter(description = "The same, for who cannot set the header, which goes before it")
                    @QueryParam("lastEventId")
                    String lastInQuery,
            @Context Sse sse) {
        Optional<String> seen = Optional.ofNullable(last == null ? lastInQuery : last);
        return feed.listen(interest(under, levels), seen)
                .orElseThrow(() -> new ProblemException(
                                CommonProblem.UNAVAILABLE,
                                "订阅者过多，请稍后再试",
                                "Too many subscribers at this instance already, try again later")
                        .retryAfter(RETRY_AFTER))
                .map(event -> event(event, sse))
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "A stream of changes broke off"));
    }

    private Predicate<RollupKey> interest(String under, List<String> names) {
        Jurisdiction above = parameters.under(under);
        Set<Level> levels = EnumSet.noneOf(Level.class);
        names.forEach(name -> levels.add(Parameters.one("level", name, Level.class)));
        return key -> (levels.isEmpty() || levels.contains(key.jurisdiction().level()))
                && tree.covers(above, key.jurisdiction());
    }

    private static OutboundSseEvent event(FeedEvent event, Sse sse) {
        OutboundSseEvent.Builder builder = sse.newEventBuilder();
        if (event instanceof FeedEvent.Change change) {
            String rollup = new String(change.rollup(), StandardCharsets.UTF_8);
            builder.name("rollup").id(change.id().toString()).data(rollup);
        } else if (event instanceof FeedEvent.Ready ready) {
            builder.name("ready").id(ready.id().toString()).data("{}").reconnectDelay(RETRY_AFTER_MILLIS);
        } else if (event instanceof FeedEvent.Reset reset) {
            builder.name("reset").id(reset.id().toString()).data("{}");
        } else if (event instanceof FeedEvent.Behind) {
            builder.name("behind").data("{}");
        } else {
            builder.comment("");
        }
        return builder.build();
    }
}
