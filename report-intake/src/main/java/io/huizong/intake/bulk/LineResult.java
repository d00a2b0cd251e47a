package io.huizong.intake.bulk;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.huizong.commons.problem.LocalizedFinding;
import io.huizong.commons.problem.Problem;

/**
 * The result of one line.
 *
 * @param line number of the line in the body, from 1
 * @param status the HTTP status that the report would have as a single request
 * @param submissionId of an accepted report, else null
 * @param warnings of an accepted report, else null
 * @param problem of a report that was not accepted, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(long line, int status, UUID submissionId, List<LocalizedFinding> warnings, Problem problem) {}
