package io.huizong.aggregation.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reads which current reports are not in the totals as a whole. */
@ApplicationScoped
public class UncountedReader implements PanacheRepositoryBase<UncountedRow, SubmissionRow.Id> {

    private static final String CURRENT = """
             from UncountedRow u
            join ReportRow r on r.id.generation = u.id.generation and r.id.period = u.id.period
                and r.id.jurisdiction = u.id.jurisdiction and r.current = u.id.submissionId""";
    private static final String COUNT = "select count(*)" + CURRENT + " where u.id.generation = :generation";
    private static final String LIST =
            "select u.id.jurisdiction, u.id.period, s.revision, s.id.submissionId, s.client, s.submittedAt, u.notCounted"
                    + CURRENT + """
             join SubmissionRow s on s.id.generation = u.id.generation and s.id.submissionId = u.id.submissionId
                and s.id.period = u.id.period and s.id.jurisdiction = u.id.jurisdiction
            where u.id.generation = :generation
                and (u.id.period > :period or u.id.period = :period and u.id.jurisdiction > :jurisdiction)
            order by u.id.period, u.id.jurisdiction""";

    /**
     * A current report that is not in the totals as a whole.
     *
     * @param jurisdiction code of the jurisdiction that reports; the tree may lack it
     * @param period what it reports for
     * @param revision which revision of its report it is
     * @param submissionId the submission that it came with
     * @param client who submitted it
     * @param submittedAt when the intake accepted it
     * @param notCounted what is in no total; at least one part
     */
    @Schema(name = "UncountedReport")
    public record UncountedReport(
            String jurisdiction,
            String period,
            int revision,
            UUID submissionId,
            String client,
            Instant submittedAt,
            List<NotCounted> notCounted) {}

    private final SubmissionJson json;

    UncountedReader(SubmissionJson json) {
        this.json = json;
    }

    /** How many there are. */
    @Transactional
    public long count(int generation) {
        return getEntityManager()
                .createQuery(COUNT, Long.class)
                .setParameter("generation", generation)
                .getSingleResult();
    }

    /**
     * The reports in the order of their periods and jurisdictions' codes.
     *
     * @param period where to begin after; empty for the beginning
     * @param jurisdiction where to begin after in that period; empty for the beginning
     * @param limit the most to read
     */
    @Transactional
    public List<UncountedReport> list(int generation, String period, String jurisdiction, int limit) {
        return getEntityManager()
                .createQuery(LIST, Object[].class)
                .setParameter("generation", generation)
                .setParameter("period", period)
                .setParameter("jurisdiction", jurisdiction)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new UncountedReport(
                        (String) row[0],
                        (String) row[1],
                        (Integer) row[2],
                        (UUID) row[3],
                        (String) row[4],
                        (Instant) row[5],
                        json.readNotCounted((String) row[6])))
                .toList();
    }
}
