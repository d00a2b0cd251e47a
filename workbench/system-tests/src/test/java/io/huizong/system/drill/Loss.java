package io.huizong.system.drill;

/** What kind of machine is lost. */
enum Loss {
    /** A broker that is not the active controller. */
    BROKER,
    /** The broker that is the active controller. */
    CONTROLLER,
    /** The primary database, while its replica lags. */
    PRIMARY,
    REPLICA,
    INTAKE,
    AGGREGATION
}
