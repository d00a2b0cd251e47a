package io.huizong.commons.problem;

import java.util.Optional;

/** Failures of what a service depends on, such as a database that is down. A service may have a bean of this type. */
public interface ExpectedFailures {

    /** The problem that answers a request that failed with this; empty if the failure is an error of the service. */
    Optional<ProblemException> problem(Throwable failure);
}
