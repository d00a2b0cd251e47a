package io.huizong.benchmarks.service;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The nation's totals of a period from the row that queries are answered with. To ask for them by REST each moment would take
 * the service longer than applying what came meanwhile.
 */
public final class StoredTotals implements AutoCloseable {

    private static final String NATION =
            "select version, cells from rollup where generation = 1 and period = ? and jurisdiction = 'CN'";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PreparedStatement select;
    private long version;

    /** Totals of which nothing is known yet. */
    public StoredTotals(MeasuredInstances instances, String period) throws SQLException {
        select = instances.connection().prepareStatement(NATION);
        select.setString(1, period);
    }

    /** What the jurisdictions below reported, by indicator; empty if nothing was committed since the last call. */
    public Optional<Map<String, BigInteger>> ifChanged() throws SQLException, IOException {
        try (ResultSet row = select.executeQuery()) {
            if (!row.next() || row.getLong("version") == version) {
                return Optional.empty();
            }
            version = row.getLong("version");
            Map<String, BigInteger> totals = new HashMap<>();
            for (Map.Entry<String, JsonNode> cell :
                    JSON.readTree(row.getString("cells")).properties()) {
                totals.put(cell.getKey(), cell.getValue().at("/sub/0").bigIntegerValue());
            }
            return Optional.of(totals);
        }
    }

    @Override
    public void close() throws SQLException {
        select.close();
    }
}
