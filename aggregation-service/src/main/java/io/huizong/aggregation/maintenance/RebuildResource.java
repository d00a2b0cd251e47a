package io.huizong.aggregation.maintenance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.Succession;
import io.huizong.aggregation.problem.ProblemException;
import io.huizong.aggregation.problem.ProblemType;
import io.huizong.aggregation.security.Role;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/** Building all totals anew from the log. */
@Path("/maintenance/rebuild")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
class RebuildResource {

    private final Succession succession;
    private final RebuildWorker worker;
    private final RebuildProgress progress;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;

    RebuildResource(
            Succession succession,
            RebuildWorker worker,
            RebuildProgress progress,
            DivisionTree tree,
            IndicatorCatalog catalog) {
        this.succession = succession;
        this.worker = worker;
        this.progress = progress;
        this.tree = tree;
        this.catalog = catalog;
    }

    @POST
    @Operation(summary = "Build all totals anew from the log while the old ones go on serving")
    @APIResponse(responseCode = "202", description = "It has begun; GET shows how far it is")
    @APIResponse(responseCode = "409", description = "One is under way already")
    public Response rebuild() {
        if (succession.begin(tree, catalog).isEmpty()) {
            throw new ProblemException(
                    ProblemType.REBUILD_UNDER_WAY,
                    "重建正在进行：GET /maintenance/rebuild 显示进度",
                    "A rebuild is under way: GET /maintenance/rebuild shows how far it is");
        }
        worker.work();
        return Response.accepted(progress.now()).build();
    }

    @GET
    @Operation(summary = "How far the rebuild is, if one is under way")
    public RebuildProgress.View progress() {
        return progress.now();
    }
}
