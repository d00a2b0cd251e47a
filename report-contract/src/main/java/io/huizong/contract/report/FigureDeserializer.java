package io.huizong.contract.report;

import java.io.IOException;
import java.math.BigDecimal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;

/** Reads both forms of a figure; Jackson's creators cannot tell a bare number from an object. */
final class FigureDeserializer extends JsonDeserializer<Figure> implements ResolvableDeserializer {

    // Found once: Jackson makes a new one for numbers each time that it is asked.
    private JsonDeserializer<Object> number;
    private JsonDeserializer<Object> qualified;

    @Override
    public void resolve(DeserializationContext context) throws JsonMappingException {
        number = context.findRootValueDeserializer(context.constructType(BigDecimal.class));
        qualified = context.findRootValueDeserializer(context.constructType(Figure.Qualified.class));
    }

    @Override
    public Figure deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Figure.Qualified read = in.isExpectedStartObjectToken()
                ? (Figure.Qualified) qualified.deserialize(in, context)
                : new Figure.Qualified((BigDecimal) number.deserialize(in, context), null);
        try {
            return new Figure(read.value(), read.qualifier() == null ? Qualifier.EXACT : read.qualifier());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw context.instantiationException(Figure.class, e);
        }
    }
}
