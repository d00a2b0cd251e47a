package io.huizong.contract.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.ResolvableDeserializer;

/**
 * A number that a report gives for an indicator. In JSON a bare number where it is exact, else
 * {@code {"value": 3600, "qualifier": "AT_LEAST"}}.
 *
 * @param value 0 to {@link #MAXIMUM}, in the indicator's unit
 * @param qualifier how exactly the source gives it
 */
@JsonDeserialize(using = Figure.Deserializer.class)
public record Figure(BigDecimal value, Qualifier qualifier) {

    /** The largest figure: 10^15. */
    public static final BigDecimal MAXIMUM = BigDecimal.TEN.pow(15);

    /** Most decimals that a figure can have. */
    public static final int DECIMALS = 2;

    /**
     * Trailing zeros of the value are dropped, so that equal numbers make equal figures.
     *
     * @throws IllegalArgumentException if the value is negative, above {@link #MAXIMUM} or of more than
     *     {@link #DECIMALS} decimals
     */
    public Figure {
        Objects.requireNonNull(qualifier, "qualifier");
        value = Decimals.within(value, BigDecimal.ZERO, MAXIMUM, DECIMALS);
    }

    /** An exact figure. */
    public static Figure exact(long value) {
        return new Figure(BigDecimal.valueOf(value), Qualifier.EXACT);
    }

    /** Whether the source gives just this number. */
    public boolean isExact() {
        return qualifier == Qualifier.EXACT;
    }

    @JsonValue
    Object json() {
        return isExact() ? value : new Qualified(value, qualifier);
    }

    record Qualified(@JsonProperty(required = true) BigDecimal value, Qualifier qualifier) {}

    /** Reads both forms of a figure; Jackson's creators cannot tell a bare number from an object. */
    static final class Deserializer extends JsonDeserializer<Figure> implements ResolvableDeserializer {

        // Found once: Jackson makes a new one for numbers each time that it is asked.
        private JsonDeserializer<Object> number;
        private JsonDeserializer<Object> qualified;

        @Override
        public void resolve(DeserializationContext context) throws JsonMappingException {
            number = context.findRootValueDeserializer(context.constructType(BigDecimal.class));
            qualified = context.findRootValueDeserializer(context.constructType(Qualified.class));
        }

        @Override
        public Figure deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Qualified read = in.isExpectedStartObjectToken()
                    ? (Qualified) qualified.deserialize(in, context)
                    : new Qualified((BigDecimal) number.deserialize(in, context), null);
            try {
                return new Figure(read.value(), read.qualifier() == null ? Qualifier.EXACT : read.qualifier());
            } catch (IllegalArgumentException | NullPointerException e) {
                throw context.instantiationException(Figure.class, e);
            }
        }
    }
}
