package io.huizong.aggregation.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import jakarta.persistence.Embeddable;

import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.contract.event.ReportEvent;

/**
 * Primary key of the rows of a jurisdiction and period in a generation, known to the tree or not.
 *
 * @param generation the generation that the row belongs to
 * @param period the period in the form that reports use
 * @param jurisdiction code of the jurisdiction
 */
@Embeddable
public record GenerationKey(int generation, String period, String jurisdiction) {

    /** The order of the keys, in which all writers lock the rows of tables other than the rollups'. */
    public static final Comparator<GenerationKey> KEY_ORDER = Comparator.comparingInt(GenerationKey::generation)
            .thenComparing(GenerationKey::period)
            .thenComparing(GenerationKey::jurisdiction);

    /** Sets it as the first three parameters. */
    public void bind(PreparedStatement statement) throws SQLException {
        statement.setInt(1, generation);
        statement.setString(2, period);
        statement.setString(3, jurisdiction);
    }

    /** That key in that generation. */
    public static GenerationKey of(int generation, RollupKey key) {
        return new GenerationKey(
                generation, key.period().toString(), key.jurisdiction().code());
    }

    /** The key that an event is about. */
    public static GenerationKey of(int generation, ReportEvent event) {
        return new GenerationKey(generation, event.period().toString(), event.jurisdiction());
    }

    /** Whether it is the same jurisdiction and period, in any generation. */
    public boolean isSamePlace(GenerationKey other) {
        return period.equals(other.period) && jurisdiction.equals(other.jurisdiction);
    }

    @Override
    public String toString() {
        return jurisdiction + "/" + period;
    }
}
