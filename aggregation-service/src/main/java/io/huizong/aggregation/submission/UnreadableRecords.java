package io.huizong.aggregation.submission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.submission.UnreadableRow.UnreadableId;

/** Keeps the list of records that no version can read. */
@ApplicationScoped
public class UnreadableRecords implements PanacheRepositoryBase<UnreadableRow, UnreadableId> {

    private static final String AFTER = """
            id.generation = ?1 and id.topicId = ?2 and (id.partition > ?3 or id.partition = ?3 and id.offset > ?4)
            order by id.partition, id.offset""";

    private final StatelessSession session;

    UnreadableRecords(StatelessSession session) {
        this.session = session;
    }

    /** Writes those down, within the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(int generation, List<UnreadableRecord> records) {
        records.forEach(record -> persist(UnreadableRow.of(generation, record)));
        if (!records.isEmpty()) {
            flush();
        }
    }

    /** How many there are in that topic. */
    @Transactional
    public long count(int generation, String topicId) {
        return count("id.generation = ?1 and id.topicId = ?2", generation, topicId);
    }

    /**
     * Those of a topic after an offset, in the order of partitions and offsets.
     *
     * @param partition -1 for the beginning
     * @param limit the most to read
     */
    @Transactional
    public List<UnreadableRecord> list(int generation, String topicId, int partition, long offset, int limit) {
        return find(AFTER, generation, topicId, partition, offset).page(0, limit).stream()
                .map(UnreadableRow::record)
                .toList();
    }

    /** The one at that offset of that topic. */
    @Transactional
    public Optional<UnreadableRecord> find(int generation, String topicId, int partition, long offset) {
        return findByIdOptional(new UnreadableId(generation, topicId, partition, offset))
                .map(UnreadableRow::record);
    }

    /** Those of the submissions that such a record says it is. */
    @Transactional
    public List<UUID> known(int generation, Collection<UUID> submissionIds) {
        return InList.select(submissionIds, in -> session.createSelectionQuery(
                        "select submissionId from UnreadableRow where id.generation = :generation and submissionId in "
                                + in,
                        UUID.class)
                .setParameter("generation", generation));
    }

    /** The first one that says it is that submission. */
    @Transactional
    public Optional<UnreadableRecord> find(int generation, UUID submissionId) {
        return find(
                        "id.generation = ?1 and submissionId = ?2 order by id.topicId, id.partition, id.offset",
                        generation,
                        submissionId)
                .page(0, 1)
                .stream()
                .map(UnreadableRow::record)
                .findFirst();
    }
}
