package io.huizong.aggregation.generation.rebuild;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.GenerationSwitch;
import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.commons.problem.ProblemException;
import io.huizong.commons.security.Role;

/** Starts, shows and ends a rebuild. */
@Path("/maintenance/rebuild")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
class RebuildResource {

    private final GenerationSwitch generationSwitch;
    private final RebuildWorker worker;
    private final Rebuild rebuild;

    RebuildResource(GenerationSwitch generationSwitch, RebuildWorker worker, Rebuild rebuild) {
        this.generationSwitch = generationSwitch;
        this.worker = worker;
        this.rebuild = rebuild;
    }

    @POST
    @Operation(
            summary = "Rebuild all totals from the topic while the old ones stay in use",
            description = "With the files of the instance that is asked, be they older ones than those that serve. Only"
                    + " instances with the same files fill it.")
    @APIResponse(responseCode = "202", description = "It has begun; GET shows how far it is")
    @APIResponse(responseCode = "409", description = "One is under way already")
    public Response rebuild() {
        if (generationSwitch.begin().isEmpty()) {
            throw new ProblemException(
                    AggregationProblem.REBUILD_UNDER_WAY,
                    "重建正在进行：GET /maintenance/rebuild 显示进度",
                    "A rebuild is under way: GET /maintenance/rebuild shows how far it is");
        }
        worker.work();
        return Response.accepted(rebuild.progress()).build();
    }

    @GET
    @Operation(summary = "How far the rebuild is, if one is under way")
    public Rebuild.Progress progress() {
        return rebuild.progress();
    }

    @DELETE
    @Operation(summary = "End the rebuild that is under way; the totals that serve go on serving")
    @APIResponse(responseCode = "204", description = "It is ended")
    @APIResponse(responseCode = "409", description = "None is under way")
    public void end() {
        if (generationSwitch.end().isEmpty()) {
            throw new ProblemException(
                    AggregationProblem.NO_REBUILD, "没有正在进行的重建", "No rebuild is under way that could be ended");
        }
    }
}
