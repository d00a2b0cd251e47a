package io.huizong.local;

import io.huizong.local.service.TopicCopies;

/** Brokers and a database that run, for services that use them. */
public interface Servers {

    /** The value for {@code bootstrap.servers}. */
    String kafka();

    /** The JDBC URL of a database of that name, which is made at the first connection. */
    String jdbcUrl(String name);

    String dbUser();

    String dbPassword();

    /** How many copies of a record these brokers keep. */
    TopicCopies copies();
}
