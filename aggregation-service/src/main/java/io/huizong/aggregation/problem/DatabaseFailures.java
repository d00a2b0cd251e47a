package io.huizong.aggregation.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.JDBCConnectionException;

import io.huizong.aggregation.generation.NoGenerationException;
import io.huizong.commons.problem.CommonProblem;
import io.huizong.commons.problem.ExpectedFailures;
import io.huizong.commons.problem.ProblemException;

/** Answers 503 while the database is down or has no totals that this instance can show. */
@ApplicationScoped
class DatabaseFailures implements ExpectedFailures {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    /** SQLStates of MySQL while the tables are restored or migrated: no such table, no such column. */
    private static final Set<String> UNFINISHED = Set.of("42S02", "42S22");

    @Override
    public Optional<ProblemException> problem(Throwable failure) {
        if (failure instanceof NoGenerationException) {
            return Optional.of(
                    unavailable("此实例暂无可用的汇总，请稍后再试", "This instance has no totals to answer from, try again later"));
        }
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .anyMatch(DatabaseFailures::isUnreachable)
                ? Optional.of(unavailable("暂时无法访问数据库，请稍后再试", "The database cannot be reached, try again later"))
                : Optional.empty();
    }

    private static ProblemException unavailable(String zh, String en) {
        return new ProblemException(CommonProblem.UNAVAILABLE, zh, en).retryAfter(RETRY_AFTER);
    }

    private static boolean isUnreachable(Throwable failure) {
        return failure instanceof SQLException sql && UNFINISHED.contains(String.valueOf(sql.getSQLState()))
                || failure instanceof JDBCConnectionException
                || failure instanceof SQLTransientConnectionException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLRecoverableException;
    }
}
