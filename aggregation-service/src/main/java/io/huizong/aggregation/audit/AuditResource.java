package io.huizong.aggregation.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

import io.huizong.commons.security.Role;

/** The audit of the totals. */
@Path("/maintenance/audit")
@RolesAllowed(Role.ADMIN)
class AuditResource {

    private static final String LINES = "application/x-ndjson";

    private final Audit audit;
    private final ObjectMapper json;

    AuditResource(Audit audit, ObjectMapper json) {
        this.audit = audit;
        this.json = json;
    }

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
                write(out, audit.run(difference -> write(out, difference)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
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
