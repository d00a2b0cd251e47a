package io.huizong.local.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs that people dump and load a database with, as they are called by hand.
 *
 * @param folder where the programs are
 * @param log what they say
 */
public record DatabaseClients(Path folder, String host, int port, String user, String password, Path log) {

    private static final String JDBC = "jdbc:";
    private static final int MYSQL_PORT = 3306;

    /** Those for the server of that URL, unpacked if they are not there yet. */
    public static DatabaseClients of(String jdbcUrl, String user, String password, Path log) throws IOException {
        URI server = URI.create(jdbcUrl.substring(JDBC.length()));
        int port = server.getPort() < 0 ? MYSQL_PORT : server.getPort();
        Files.createDirectories(log.getParent());
        return new DatabaseClients(
                MariaDbBinaries.clients().resolve("bin"), server.getHost(), port, user, password, log);
    }

    /** Writes one moment of the database to the file, while others go on with it. */
    public void dump(String database, Path file) throws IOException {
        ProcessBuilder dump = client("mariadb-dump", "--single-transaction", "--skip-lock-tables", database);
        run(dump.redirectOutput(file.toFile()));
    }

    /** Makes everything that was dumped in that database, which is there and empty. */
    public void load(String database, Path file) throws IOException {
        run(client("mariadb", database).redirectInput(file.toFile()).redirectOutput(Redirect.appendTo(log.toFile())));
    }

    private ProcessBuilder client(String program, String... arguments) {
        List<String> line = new ArrayList<>(List.of(folder.resolve(program).toString(), "--no-defaults"));
        line.addAll(List.of("--protocol=TCP", "--host=" + host, "--port=" + port, "--user=" + user));
        line.addAll(List.of("--skip-ssl", "--default-character-set=utf8mb4"));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line);
        // Not on the line, which everybody on the machine can read.
        builder.environment().put("MYSQL_PWD", password);
        return builder;
    }

    private void run(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(Redirect.appendTo(log.toFile())).start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s ended with exit code %d; its log is %s"
                        .formatted(builder.command().get(0), code, log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a database was being dumped or loaded.");
        }
    }
}
