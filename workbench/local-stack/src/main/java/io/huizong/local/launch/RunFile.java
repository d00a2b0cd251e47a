package io.huizong.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import io.huizong.local.LocalIssuer;

/** {@code run.json}: what other programs need to use a run. Readers never see half of it, nor do other users of the machine. */
final class RunFile {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    RunFile(Path file) {
        this.file = file;
    }

    /**
     * What the file says.
     *
     * @param intake one of the intakes
     * @param aggregation one of the aggregations
     * @param intakes all instances
     * @param aggregations all instances
     * @param issuer the value of {@code iss} in the tokens
     * @param pids absent for a server that this run did not start
     */
    record Content(
            String intake,
            String aggregation,
            List<String> intakes,
            List<String> aggregations,
            String kafka,
            String jdbcUrl,
            String databaseUser,
            String databasePassword,
            String issuer,
            Map<String, String> tokens,
            Map<String, Long> pids) {

        static Content of(Endpoints endpoints, Map<String, String> tokens, Map<String, Long> pids) {
            return new Content(
                    endpoints.intake(),
                    endpoints.aggregation(),
                    endpoints.intakes(),
                    endpoints.aggregations(),
                    endpoints.kafka(),
                    endpoints.jdbcUrl(),
                    endpoints.dbUser(),
                    endpoints.dbPassword(),
                    LocalIssuer.ISSUER,
                    tokens,
                    pids);
        }
    }

    synchronized void write(Content content) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        Files.createFile(partial, OWNER_ONLY);
        JSON.writeValue(partial.toFile(), content);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The processes of a run that could not remove its file; empty after one that ended in good order. */
    Collection<Long> leftPids() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        JsonNode pids = JSON.readTree(file.toFile()).path("pids");
        return JSON.convertValue(pids, new TypeReference<Map<String, Long>>() {})
                .values();
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
