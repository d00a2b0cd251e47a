package io.huizong.barest;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Reads the JSON, writes the record, and answers when the brokers have it. */
@Path("/reports")
class BarestResource {

    private final MutinyEmitter<byte[]> reports;
    private final JsonWebToken token;

    BarestResource(
            @Channel("reports") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> reports,
            JsonWebToken token) {
        this.reports = reports;
        this.token = token;
    }

    @POST
    @RolesAllowed("submitter")
    public Uni<Response> submit(ObjectNode report) throws JsonProcessingException {
        UUID submissionId = UUID.randomUUID();
        BareRecord bare = BareRecord.of(report, submissionId, Instant.now(), token.getSubject());
        Message<byte[]> message = Message.of(bare.value())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(bare.key())
                        .withHeaders(bare.headers())
                        .build());
        return reports.sendMessage(message).map(acknowledged -> Response.accepted(Map.of("submissionId", submissionId))
                .build());
    }
}
