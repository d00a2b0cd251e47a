package io.huizong.aggregation.submission;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.hibernate.StatelessSession;

import io.huizong.aggregation.persistence.InList;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.Finding;
import io.huizong.contract.report.Period;

/** Reads current reports. */
@ApplicationScoped
public class ReportReader {

    private static final String CURRENT = """
             from ReportRow r
            join SubmissionRow s on s.id.generation = r.id.generation and s.id.submissionId = r.current
                and s.id.jurisdiction = r.id.jurisdiction and s.id.period = r.id.period
            where r.id.generation = :generation and r.id.period = :period and r.id.jurisdiction in\s""";
    private static final String REPORTS =
            "select s.id.jurisdiction, s.revision, s.id.submissionId, s.client, s.submittedAt, s.warnings, s.report"
                    + CURRENT;
    private static final String WARNINGS =
            "select s.id.jurisdiction, s.revision, s.id.submissionId, s.warnings" + CURRENT;
    /** A range of one period's rows, which are small; no submission is read for it. */
    private static final String WARNED = """
            select id.jurisdiction from ReportRow
            where id.generation = ?1 and id.period = ?2 and id.jurisdiction > ?3 and warned
            order by id.jurisdiction""";

    /** Likewise; those of other jurisdictions whose codes are between are passed over. */
    private static final String FIRST_ACCEPTED = """
            select id.jurisdiction, firstAcceptedAt from ReportRow
            where id.generation = :generation and id.period = :period and id.jurisdiction between :first and :last
            and current is not null""";

    /**
     * A current report that the intake found something odd about.
     *
     * @param jurisdiction code of the jurisdiction that reports
     * @param revision which revision of its report it is
     * @param submissionId the submission that it came with
     * @param warnings what is odd about it; at least one
     */
    public record WarnedReport(String jurisdiction, int revision, UUID submissionId, List<Finding> warnings) {}

    private final StatelessSession session;
    private final ReportRows rows;
    private final SubmissionJson json;

    ReportReader(StatelessSession session, ReportRows rows, SubmissionJson json) {
        this.session = session;
        this.rows = rows;
        this.json = json;
    }

    /** The current report of that jurisdiction and period; empty if there is none. */
    @Transactional
    public Optional<ReportView> find(int generation, RollupKey key) {
        return find(generation, key.period(), List.of(key.jurisdiction().code())).values().stream()
                .findFirst();
    }

    /** The current reports of that period, by the codes of those of the jurisdictions that have one. */
    @Transactional
    public Map<String, ReportView> find(int generation, Period period, Collection<String> jurisdictions) {
        return query(REPORTS, generation, period, jurisdictions).stream()
                .collect(toMap(row -> (String) row[0], this::report));
    }

    /**
     * The current reports with warnings, in the order of their jurisdictions' codes.
     *
     * @param covered which codes count
     * @param after only those whose codes come after it; empty for all
     * @param limit the most reports to read
     */
    @Transactional
    public List<WarnedReport> warned(
            int generation, Period period, Predicate<String> covered, String after, int limit) {
        List<String> codes =
                rows.find(WARNED, generation, period.toString(), after).project(String.class).list().stream()
                        .filter(covered)
                        .limit(limit)
                        .toList();
        return query(WARNINGS, generation, period, codes).stream()
                .sorted(Comparator.comparing(row -> (String) row[0]))
                .map(row -> new WarnedReport(
                        (String) row[0], (Integer) row[1], (UUID) row[2], json.readWarnings((String) row[3])))
                .toList();
    }

    /** When the first report was accepted of those of the jurisdictions, at least one, that have a current one. */
    @Transactional
    public Map<String, Instant> firstAccepted(int generation, Period period, Collection<String> jurisdictions) {
        Set<String> wanted = Set.copyOf(jurisdictions);
        return rows
                .getEntityManager()
                .createQuery(FIRST_ACCEPTED, Object[].class)
                .setParameter("generation", generation)
                .setParameter("period", period.toString())
                .setParameter("first", Collections.min(wanted))
                .setParameter("last", Collections.max(wanted))
                .getResultList()
                .stream()
                .filter(row -> wanted.contains((String) row[0]))
                .collect(toMap(row -> (String) row[0], row -> (Instant) row[1]));
    }

    private List<Object[]> query(String query, int generation, Period period, Collection<String> jurisdictions) {
        return InList.select(jurisdictions, in -> session.createSelectionQuery(query + in, Object[].class)
                .setParameter("generation", generation)
                .setParameter("period", period.toString()));
    }

    private ReportView report(Object[] row) {
        return new ReportView(
                (Integer) row[1],
                (UUID) row[2],
                (String) row[3],
                (Instant) row[4],
                json.readWarnings((String) row[5]),
                json.readReport((String) row[6]));
    }
}
