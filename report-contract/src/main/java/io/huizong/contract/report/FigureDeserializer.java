package io.huizong.contract.report;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;

/** Reads both forms of a figure; Jackson's creators cannot tell a bare number from an object. */
final class FigureDeserializer extends JsonDeserializer<Figure> {

    @Override
    public Figure deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Figure.Qualified read = in.isExpectedStartObjectToken()
                ? context.readValue(in, Figure.Qualified.class)
                : new Figure.Qualified(context.readValue(in, BigDecimal.class), null);
        try {
            return new Figure(read.value(), read.qualifier() == null ? Qualifier.EXACT : read.qualifier());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw context.instantiationException(Figure.class, e);
        }
    }
}
