package io.huizong.aggregation.place;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import jakarta.persistence.Embeddable;

/**
 * Primary key of the rows that are kept for each place.
 *
 * @param generation the generation that the row belongs to
 * @param period the period in the form that reports use
 * @param jurisdiction code of the jurisdiction
 */
@Embeddable
public record PlaceId(int generation, String period, String jurisdiction) {

    /** Sets it as the first three parameters. */
    public void bind(PreparedStatement statement) throws SQLException {
        statement.setInt(1, generation);
        statement.setString(2, period);
        statement.setString(3, jurisdiction);
    }

    /** The key of that place in that generation. */
    public static PlaceId of(int generation, Place place) {
        return new PlaceId(
                generation, place.period().toString(), place.jurisdiction().code());
    }
}
