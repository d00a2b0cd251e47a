package io.huizong.local.server;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

import io.huizong.local.process.Command;
import io.huizong.local.process.Folders;

/** A MariaDB server on 127.0.0.1, its data in {@code data} of its home; it stands in for MySQL. */
public final class MariaDbServer implements Server {

    /** The account that owns everything. */
    public static final String USER = "huizong";

    public static final String PASSWORD = "huizong";

    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables", "mariadb_performance_tables", "mariadb_system_tables_data");

    private final ServerHome home;
    private final int port;
    private final Map<String, String> more;
    private final List<String> grants;

    public MariaDbServer(ServerHome home, int port) {
        this(home, port, Map.of());
    }

    /** A server with those settings besides, or in place of, the usual ones. */
    public MariaDbServer(ServerHome home, int port, Map<String, String> more) {
        this(home, port, more, List.of());
    }

    /**
     * @param more settings besides, or in place of, the usual ones
     * @param grants statements about accounts that run at each start, after the usual ones
     */
    public MariaDbServer(ServerHome home, int port, Map<String, String> more, List<String> grants) {
        this.home = home;
        this.port = port;
        this.more = Map.copyOf(more);
        this.grants = List.copyOf(grants);
    }

    public String jdbcUrl(String database) {
        return "jdbc:mysql://127.0.0.1:%d/%s?createDatabaseIfNotExist=true".formatted(port, database);
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(home.file("tmp"));
        Path installation = MariaDbBinaries.unpacked();
        Files.writeString(home.file("accounts.sql"), accounts());
        Files.writeString(home.file("my.cnf"), settings(installation, home.file("data")) + moreSettings());
        if (!Files.exists(home.file("data"))) {
            bootstrap(installation);
        }
    }

    // What mariadb-install-db does, without the help texts and the sys schema, which take it six of its seven seconds.
    private void bootstrap(Path installation) throws IOException {
        Path partial = home.file("data-partial");
        Folders.remove(partial);
        Files.createDirectory(partial);
        StringBuilder script = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
        for (String part : SYSTEM_TABLES) {
            script.append(Files.readString(installation.resolve("share/" + part + ".sql"), StandardCharsets.UTF_8));
        }
        Path scriptFile = Files.writeString(home.file("bootstrap.sql"), script);
        Path partialSettings = Files.writeString(home.file("bootstrap.cnf"), settings(installation, partial));
        Preparation.run(
                new ProcessBuilder(program(installation), "--defaults-file=" + partialSettings, "--bootstrap")
                        .redirectInput(scriptFile.toFile()),
                home.log());
        Files.move(partial, home.file("data"), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Command command() throws IOException {
        String program = program(MariaDbBinaries.unpacked());
        List<String> line = List.of(program, "--defaults-file=" + home.file("my.cnf"));
        return new Command(line, Map.of(), home.log(), home.disposableFolder());
    }

    @Override
    public boolean answers() {
        return Ports.greets(port);
    }

    private static String program(Path installation) {
        return installation.resolve("bin/mariadbd").toString();
    }

    // Each server makes its own accounts, so they are not in the binary log, if there is one.
    private String accounts() {
        return """
                SET SESSION sql_log_bin=0;
                CREATE USER IF NOT EXISTS '%1$s'@'%%' IDENTIFIED BY '%2$s';
                GRANT ALL ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
                """.formatted(USER, PASSWORD)
                + grants.stream().map("%s;\n"::formatted).collect(joining());
    }

    private String moreSettings() {
        return more.entrySet().stream()
                .map(setting -> "%s=\"%s\"\n".formatted(setting.getKey(), setting.getValue()))
                .collect(joining());
    }

    private String settings(Path installation, Path data) {
        // A server that starts removes the temporary tables of all others in its folder for them.
        // An empty socket path: nobody uses it, and a deep folder would make it longer than the system allows.
        return """
                [mariadbd]
                basedir="%s"
                datadir="%s"
                tmpdir="%s"
                init-file="%s"
                user=%s
                bind-address=127.0.0.1
                port=%d
                socket=
                skip-name-resolve
                skip-ssl
                character-set-server=utf8mb4
                default-time-zone=+00:00
                max-allowed-packet=64M
                innodb-buffer-pool-size=512M
                innodb-log-file-size=512M
                innodb-flush-log-at-trx-commit=1
                sync-binlog=1
                """.formatted(
                installation, data, home.file("tmp"), home.file("accounts.sql"), System.getProperty("user.name"), port);
    }
}
