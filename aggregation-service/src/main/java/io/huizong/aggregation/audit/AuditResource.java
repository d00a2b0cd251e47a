package io.huizong.aggregation.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.sql.DataSource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.generation.Generations;
import io.huizong.commons.security.Role;
import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.indicator.IndicatorCatalog;

/**
 * The audit: recomputes all totals from the current reports by code of its own and lists where they differ. Reads one
 * snapshot of the database without locks, so that applying continues meanwhile.
 */
@Path("/maintenance/audit")
@RolesAllowed(Role.ADMIN)
class AuditResource {

    private static final String LINES = "application/x-ndjson";

    private final DataSource database;
    private final Generations generations;
    private final DivisionTree tree;
    private final IndicatorCatalog catalog;
    private final ObjectMapper json;

    AuditResource(
            DataSource database,
            Generations generations,
            DivisionTree tree,
            IndicatorCatalog catalog,
            ObjectMapper json) {
        this.database = database;
        this.generations = generations;
        this.tree = tree;
        this.catalog = catalog;
        this.json = json;
    }

    /**
     * The result of an audit.
     *
     * @param differences how many cells differ; 0 if all totals are right
     * @param rollups how many rollups were compared
     * @param reports the current reports from which they were recomputed
     */
    record Summary(long differences, long rollups, long reports) {}

    @POST
    @Produces(LINES)
    @Operation(
            summary = "Recomputes all totals by other code and lists what differs",
            description = "A line for each difference as it is found: jurisdiction, period, indicator, field, expected"
                    + " and found. The last line says how many differences there are among how many rollups, recomputed"
                    + " from how many reports; an answer without it is not whole. What is applied meanwhile does not"
                    + " show.")
    @APIResponse(
            responseCode = "200",
            description = "The differences, if any, and the last line",
            content = @Content(mediaType = LINES, schema = @Schema(implementation = CellDifference.class)))
    public StreamingOutput audit() {
        return out -> {
            try {
                write(out, run(difference -> write(out, difference)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
    }

    /** Audits the generation that this instance answers from, period by period; hands over differences as they are found. */
    private Summary run(Consumer<CellDifference> reader) {
        LongAdder differences = new LongAdder();
        LongAdder rollups = new LongAdder();
        LongAdder reports = new LongAdder();
        try (AuditSnapshot snapshot = AuditSnapshot.of(database)) {
            int generation = generations.answering();
            String period = snapshot.periodAfter(generation, "");
            while (period != null) {
                PeriodAudit audit = new PeriodAudit(period, tree, catalog, json, difference -> {
                    differences.increment();
                    reader.accept(difference);
                });
                snapshot.places(generation, period, place -> {
                    rollups.add(place.rollup() == null ? 0 : 1);
                    reports.add(place.hasReport() ? 1 : 0);
                    audit.take(place);
                });
                audit.finish();
                period = snapshot.periodAfter(generation, period);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit could not read the database", e);
        }
        return new Summary(differences.sum(), rollups.sum(), reports.sum());
    }

    private void write(OutputStream out, Object line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            // Flushed at once: differences are read while the audit continues.
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
