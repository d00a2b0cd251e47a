package io.huizong.local.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The programs by which people ask, dump and load a database, as they are called by hand.
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

    /**
     * Copies one moment of the databases to another server, while others go on with them. The other server then is where a
     * replica of this one begins.
     */
    public void copyTo(DatabaseClients replica, List<String> databases) throws IOException {
        ProcessBuilder dump = client("mariadb-dump", "--single-transaction", "--skip-lock-tables");
        dump.command().addAll(List.of("--master-data", "--gtid", "--databases"));
        dump.command().addAll(databases);
        ProcessBuilder load = replica.client("mariadb", "--init-command=SET sql_log_bin=0");
        for (ProcessBuilder program : List.of(dump, load)) {
            program.redirectError(Redirect.appendTo(log.toFile()));
        }
        load.redirectOutput(Redirect.appendTo(log.toFile()));
        for (Process process : ProcessBuilder.startPipeline(List.of(dump, load))) {
            awaitEnd(process, "A copy of databases");
        }
    }

    /** Runs statements; gives what they print, without names of columns. */
    public String run(String statements) throws IOException {
        return output(client("mariadb", "--batch", "--skip-column-names", "--execute=" + statements));
    }

    /** Runs statements; gives each row as lines of name and value. */
    public String rows(String statements) throws IOException {
        return output(client("mariadb", "--vertical", "--execute=" + statements));
    }

    private String output(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(Redirect.appendTo(log.toFile())).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        awaitEnd(process, builder.command().get(0));
        return output.strip();
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
        awaitEnd(
                builder.redirectError(Redirect.appendTo(log.toFile())).start(),
                builder.command().get(0));
    }

    private void awaitEnd(Process process, String name) throws IOException {
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s ended with exit code %d; its log is %s".formatted(name, code, log));
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while a client of the database was running.");
        }
    }
}
