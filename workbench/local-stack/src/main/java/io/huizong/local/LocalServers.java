package io.huizong.local;

import java.util.concurrent.CompletableFuture;

import io.huizong.local.process.OwnThread;
import io.huizong.local.server.MariaDbServer;
import io.huizong.local.server.OutsideDatabase;
import io.huizong.local.server.OutsideServers;
import io.huizong.local.service.TopicCopies;

/**
 * A Kafka broker and a MariaDB server for tests, started at the first use and ended with the JVM.
 *
 * <p>{@code HUIZONG_KAFKA} names a broker to use instead, {@code HUIZONG_JDBC_URL} with {@code HUIZONG_DB_USER} and
 * {@code HUIZONG_DB_PASSWORD} a database server; what is given is not started and cannot be stopped here.
 */
public final class LocalServers implements Servers {

    // Interned, hence one lock for all class loaders of the JVM.
    private static final String JVM_LOCK = "io.huizong.local.LocalServers";

    private final OutsideServers outside;
    private final ServerLayout layout;

    private LocalServers(OutsideServers outside, ServerLayout layout) {
        this.outside = outside;
        this.layout = layout;
    }

    /** The servers that the tests of this JVM share, running. The first call takes some seconds. */
    public static LocalServers shared() {
        return named("shared");
    }

    /** Another set of servers of this JVM, running, for a test that stops its servers while other tests run. */
    public static LocalServers named(String name) {
        synchronized (JVM_LOCK) {
            boolean running = ServerLayout.isChosen(name);
            LocalServers servers = new LocalServers(OutsideServers.from(System.getenv()), ServerLayout.ofThisJvm(name));
            if (!running) {
                servers.start();
            }
            return servers;
        }
    }

    private void start() {
        CompletableFuture<Void> kafka = ownsKafka()
                ? CompletableFuture.runAsync(this::startKafka, OwnThread.EACH)
                : CompletableFuture.completedFuture(null);
        if (ownsDatabase()) {
            startDatabase();
        }
        kafka.join();
    }

    @Override
    public String kafka() {
        return outside.kafka().orElseGet(() -> layout.broker().bootstrapServers());
    }

    @Override
    public String jdbcUrl(String name) {
        return outside.database().map(server -> server.jdbcUrl(name)).orElseGet(() -> layout.database()
                .jdbcUrl(name));
    }

    @Override
    public String dbUser() {
        return outside.database().map(OutsideDatabase::user).orElse(MariaDbServer.USER);
    }

    @Override
    public String dbPassword() {
        return outside.database().map(OutsideDatabase::password).orElse(MariaDbServer.PASSWORD);
    }

    @Override
    public TopicCopies copies() {
        return TopicCopies.ONE;
    }

    /** Whether the broker was started here, so that it can be stopped. */
    public boolean ownsKafka() {
        return outside.kafka().isEmpty();
    }

    /** Whether the database server was started here, so that it can be stopped. */
    public boolean ownsDatabase() {
        return outside.database().isEmpty();
    }

    /** Stops the broker in good order; its data and its port stay for {@link #startKafka}. */
    public void stopKafka() {
        sharedKafka().stop();
    }

    /** Returns when the broker answers again. */
    public void startKafka() {
        sharedKafka().start();
    }

    /** Stops the broker and returns when it answers again. */
    public void restartKafka() {
        stopKafka();
        startKafka();
    }

    /** Stops the database server in good order; its data and its port stay for {@link #startDatabase}. */
    public void stopDatabase() {
        sharedDatabase().stop();
    }

    /** Returns when the database server answers again. */
    public void startDatabase() {
        sharedDatabase().start();
    }

    /** Stops the database server and returns when it answers again. */
    public void restartDatabase() {
        stopDatabase();
        startDatabase();
    }

    private SharedServer sharedKafka() {
        requireOwned(ownsKafka(), "HUIZONG_KAFKA");
        return layout.sharedBroker();
    }

    private SharedServer sharedDatabase() {
        requireOwned(ownsDatabase(), "HUIZONG_JDBC_URL");
        return layout.sharedDatabase();
    }

    private static void requireOwned(boolean owned, String variable) {
        if (!owned) {
            throw new IllegalStateException(
                    "The server that %s names was not started here and is left alone.".formatted(variable));
        }
    }
}
