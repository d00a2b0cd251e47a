package io.huizong.aggregation.query.submission;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.huizong.aggregation.offset.KafkaClients;
import io.huizong.aggregation.offset.TopicId;
import io.huizong.aggregation.offset.TopicReader;
import io.huizong.aggregation.problem.AggregationProblem;
import io.huizong.aggregation.query.http.Cursor;
import io.huizong.aggregation.query.http.Page;
import io.huizong.aggregation.query.http.PageParameters;
import io.huizong.aggregation.query.http.Parameters;
import io.huizong.aggregation.query.http.ReadEndpoint;
import io.huizong.aggregation.query.http.ServingGeneration;
import io.huizong.aggregation.submission.UnreadableRecord;
import io.huizong.aggregation.submission.UnreadableRecords;
import io.huizong.commons.problem.ProblemException;
import io.huizong.commons.security.Role;
import io.huizong.commons.topic.TopicConfiguration;

/** Records that no version can read. */
@Path("/maintenance/unreadable")
@RolesAllowed(Role.ADMIN)
@ReadEndpoint
class UnreadableResource {

    private static final String SEPARATOR = "/";
    private static final String LIST = "unreadable ";

    private final ServingGeneration generation;
    private final UnreadableRecords records;
    private final TopicConfiguration topics;
    private final TopicId log;
    private final KafkaClients clients;

    UnreadableResource(
            ServingGeneration generation,
            UnreadableRecords records,
            TopicConfiguration topics,
            TopicId log,
            KafkaClients clients) {
        this.generation = generation;
        this.records = records;
        this.topics = topics;
        this.log = log;
        this.clients = clients;
    }

    /**
     * A record that cannot be read.
     *
     * @param topic name of its topic
     * @param record what is known of it
     */
    @Schema(name = "UnreadableItem")
    record UnreadableItem(String topic, @JsonUnwrapped UnreadableRecord record) {}

    private record Position(int partition, long offset) {

        private static final Position FIRST = new Position(-1, -1);

        private static Position parse(String text) {
            String[] parts = text.split(SEPARATOR, 2);
            return new Position(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        }

        private static String of(UnreadableItem view) {
            return view.record().partition() + SEPARATOR + view.record().offset();
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The records of the topic that no version can read, in the order of partitions and offsets")
    @APIResponse(responseCode = "200", description = "A page")
    public Page<UnreadableItem> list(@BeanParam PageParameters page) {
        int size = Parameters.limit(page);
        String logId = log.get();
        Position after = new Cursor(LIST + logId).read(page.cursor, Position.FIRST, Position::parse);
        List<UnreadableItem> found =
                records.list(generation.number(), logId, after.partition(), after.offset(), size + 1).stream()
                        .map(record -> new UnreadableItem(topics.reports(), record))
                        .toList();
        return Page.of(found, size, new Cursor(LIST + logId), Position::of);
    }

    @GET
    @Path("/{partition}/{offset}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "The value of such a record, byte for byte")
    @APIResponse(responseCode = "200", description = "The bytes; none if the record has no value")
    @APIResponse(responseCode = "404", description = "It is not on the list of the present topic")
    public byte[] bytes(
            @Parameter(description = "Partition of the topic that it is in") @PathParam("partition") int partition,
            @Parameter(description = "Its offset there") @PathParam("offset") long offset) {
        if (records.find(generation.number(), log.get(), partition, offset).isEmpty()) {
            throw notListed(partition, offset);
        }
        try (TopicReader reader = clients.openReports()) {
            ConsumerRecord<String, byte[]> record =
                    reader.read(partition, offset).orElseThrow(() -> notListed(partition, offset));
            return record.value() == null ? new byte[0] : record.value();
        }
    }

    private static ProblemException notListed(int partition, long offset) {
        return new ProblemException(
                AggregationProblem.UNKNOWN_RECORD,
                "无法读取的记录中没有分区 %d 的第 %d 条".formatted(partition, offset),
                "Record %d of partition %d is not among those that cannot be read".formatted(offset, partition));
    }
}
