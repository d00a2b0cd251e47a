package io.huizong.aggregation.generation.rebuild;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.huizong.aggregation.generation.Generations;
import io.huizong.aggregation.offset.StoredOffsets;
import io.huizong.aggregation.offset.TopicId;

/** Tells how far a rebuild is. */
@ApplicationScoped
class RebuildProgress {

    private final Generations generations;
    private final StoredOffsets offsets;
    private final TopicId topic;

    RebuildProgress(Generations generations, StoredOffsets offsets, TopicId topic) {
        this.generations = generations;
        this.offsets = offsets;
        this.topic = topic;
    }

    /**
     * How far a rebuild is.
     *
     * @param serving generation that answers
     * @param building generation that is being filled; null if none is
     * @param taken records that were applied to it; null if none is being filled
     * @param of records that were applied to the serving generation
     */
    @Schema(name = "Rebuild")
    record View(
            int serving,
            @Schema(nullable = true) Integer building,
            @Schema(nullable = true) Long taken,
            long of) {

        /** Whether the same rebuild has come no further since that earlier look. */
        boolean isWhere(View earlier) {
            return earlier != null
                    && Objects.equals(building, earlier.building)
                    && Objects.equals(taken, earlier.taken);
        }
    }

    @Transactional
    View now() {
        int serving = generations.anyServing();
        Optional<Integer> building = generations.anyBuilding();
        return new View(
                serving, building.orElse(null), building.map(this::taken).orElse(null), taken(serving));
    }

    private long taken(int generation) {
        Map<Integer, Long> reached = offsets.read(generation, topic.get());
        return reached.values().stream().mapToLong(Long::longValue).sum();
    }
}
