package io.huizong.intake.validation.finding;

import java.util.Arrays;
import java.util.function.Function;

import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.intake.validation.text.Pointer;

/**
 * A rule for requests. Each is declared beside the code that checks it; {@code RuleCatalog} lists all.
 *
 * @param code stable name
 * @param severity what happens if it is broken
 * @param checks what it requires
 * @param sentence the message if it is broken, with a {@code %s} for each value
 */
public record Rule(String code, Severity severity, Bilingual checks, Bilingual sentence) {

    public static Rule error(String code, String checksZh, String checksEn, String sentenceZh, String sentenceEn) {
        return new Rule(code, Severity.ERROR, new Bilingual(checksZh, checksEn), new Bilingual(sentenceZh, sentenceEn));
    }

    public static Rule warning(String code, String checksZh, String checksEn, String sentenceZh, String sentenceEn) {
        return new Rule(
                code, Severity.WARNING, new Bilingual(checksZh, checksEn), new Bilingual(sentenceZh, sentenceEn));
    }

    /**
     * The finding that it is broken there. A value of type {@link Bilingual} is inserted in the language of each
     * sentence.
     */
    public Finding brokenAt(Pointer at, Object... values) {
        return new Finding(at.toString(), code, filled(values));
    }

    /** The sentences with these values. */
    Bilingual filled(Object... values) {
        return new Bilingual(
                filled(sentence.zh(), Bilingual::zh, values), filled(sentence.en(), Bilingual::en, values));
    }

    private static String filled(String sentence, Function<Bilingual, String> language, Object... values) {
        return sentence.formatted(Arrays.stream(values)
                .map(value -> value instanceof Bilingual detail ? language.apply(detail) : value)
                .toArray());
    }

    /** What happens if a rule is broken. */
    public enum Severity {
        /** The request is refused. */
        ERROR,
        /** The report is accepted; the finding is returned to the sender and stored with the event. */
        WARNING
    }
}
