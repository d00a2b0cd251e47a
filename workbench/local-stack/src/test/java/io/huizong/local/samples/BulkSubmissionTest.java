package io.huizong.local.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.huizong.local.count.SubmittedReport;

/** A body is posted until each of its lines is accepted or refused, and nothing that was not applied goes unsaid. */
class BulkSubmissionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POST = "POST /reports";
    private static final String BOTH_ACCEPTED = """
            {'line': 1, 'status': 202, 'submissionId': 's1', 'warnings': []}
            {'line': 2, 'status': 202, 'submissionId': 's2', 'warnings': [{'code': 'w'}]}""";

    private final List<String> said = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private StandInServices services;

    @BeforeEach
    void start() throws IOException {
        services = new StandInServices()
                .answering(POST, 200, BOTH_ACCEPTED)
                .answering("GET /submissions?client=sender&limit=1000", 200, """
                        {'items': [{'submissionId': 's1', 'outcome': 'APPLIED'}], 'next': 't,s1'}""")
                .answering("GET /submissions?client=sender&limit=1000&cursor=t%2Cs1", 200, """
                        {'items': [{'submissionId': 's2', 'outcome': 'APPLIED'}], 'next': null}""");
    }

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void what_is_accepted_and_applied_is_given_back() throws IOException {
        assertThat(applied()).containsExactly("530102", "530103");

        assertThat(findings).isEmpty();
        assertThat(said).containsExactly("2021: accepted 2 of 2, 1 of them with warnings", "taken up 2 of 2");
    }

    @Test
    void a_body_with_a_line_that_can_be_sent_again_is_sent_again() throws IOException {
        services.answeringOnce(POST, 200, """
                {'line': 1, 'status': 202, 'submissionId': 's1', 'warnings': []}
                {'line': 2, 'status': 503, 'problem': {}}""");

        assertThat(applied()).containsExactly("530102", "530103");
        assertThat(findings).isEmpty();
    }

    @Test
    void a_body_that_was_turned_away_or_answered_in_part_is_sent_again() throws IOException {
        services.answeringOnce(POST, 429, "{}");
        assertThat(applied()).hasSize(2);

        services.answeringOnce(POST, 200, "{'line': 1, 'status': 202, 'submissionId': 's1', 'warnings': []}");
        assertThat(applied()).hasSize(2);
        assertThat(findings).isEmpty();
    }

    @Test
    void a_line_that_is_refused_is_named_with_its_problem() throws IOException {
        services.answering(POST, 200, """
                {'line': 1, 'status': 422, 'problem': {'detail': 'Too much'}}
                {'line': 2, 'status': 202, 'submissionId': 's2', 'warnings': []}""");

        assertThat(applied()).containsExactly("530103");
        assertThat(findings).containsExactly("2021, line 1 was refused: {\"detail\":\"Too much\"}");
    }

    @Test
    void a_report_that_was_not_applied_is_named() throws IOException {
        services.answering("GET /submissions?client=sender&limit=1000&cursor=t%2Cs1", 200, """
                        {'items': [{'submissionId': 's2', 'outcome': 'CONFLICT'}], 'next': null}""");

        assertThat(applied()).containsExactly("530102");
        assertThat(findings).containsExactly("The report of 530103 for 2021 was accepted as s2 and came to CONFLICT.");
    }

    @Test
    void an_answer_that_sending_again_does_not_mend_ends_the_run() {
        services.answering(POST, 403, "{'title': 'Forbidden'}");

        assertThatThrownBy(this::applied).hasMessageContaining("403").hasMessageContaining("Forbidden");
    }

    private List<String> applied() throws IOException {
        BulkSubmission submission = new BulkSubmission(services.client(), "sender", said::add, findings);
        submission.post("2021", List.of(report("530102"), report("530103")));
        return submission.awaitApplied().stream()
                .map(SubmittedReport::jurisdiction)
                .toList();
    }

    private static SubmittedReport report(String code) throws IOException {
        return new SubmittedReport(JSON.readTree("{\"jurisdiction\": \"%s\", \"period\": \"2021\"}".formatted(code)));
    }
}
