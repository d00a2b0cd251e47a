package io.huizong.contract.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

import io.huizong.contract.Bilingual;
import io.huizong.contract.Finding;
import io.huizong.contract.report.AdditionalFigure;
import io.huizong.contract.report.Figure;
import io.huizong.contract.report.Period;
import io.huizong.contract.report.Qualifier;
import io.huizong.contract.report.Report;
import io.huizong.contract.report.Scope;
import io.huizong.contract.report.Source;

/** Generated events, their texts and numbers anything that the contract allows. */
class ReportEvents extends DomainContextBase {

    @Provide
    Arbitrary<ReportEvent> events() {
        return Arbitraries.oneOf(submissions(), withdrawals()).withoutEdgeCases();
    }

    private Arbitrary<ReportEvent> submissions() {
        return Combinators.combine(ids(), times(), reports(), origins(), revisions(), warnings())
                .as(ReportSubmitted::new);
    }

    private Arbitrary<ReportEvent> withdrawals() {
        return Combinators.combine(ids(), times(), jurisdictions(), periods(), origins(), revisions())
                .as(ReportWithdrawn::new);
    }

    private Arbitrary<Report> reports() {
        Arbitrary<Map<String, Figure>> figures = Arbitraries.maps(
                        indicators(),
                        Combinators.combine(decimals("0", "1000000000000000", 2), Arbitraries.of(Qualifier.class))
                                .as(Figure::new))
                .ofMaxSize(5);
        Arbitrary<Map<String, BigDecimal>> rates =
                Arbitraries.maps(indicators(), decimals("0", "200", 4)).ofMaxSize(3);
        Arbitrary<List<AdditionalFigure>> additional = Combinators.combine(
                        texts(), decimals("-1000000000000000", "1000000000000000", 6), texts().injectNull(0.3))
                .as(AdditionalFigure::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(
                        jurisdictions(),
                        periods(),
                        Arbitraries.of(Scope.class),
                        figures,
                        rates,
                        additional,
                        sources().injectNull(0.5),
                        texts().injectNull(0.5))
                .as(Report::new);
    }

    private static Arbitrary<Source> sources() {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 30_000).map(LocalDate.of(1949, 10, 1)::plusDays);
        return Combinators.combine(texts().injectNull(0.3), texts().injectNull(0.3), dates.injectNull(0.3))
                .as(Source::new);
    }

    private static Arbitrary<Origin> origins() {
        return Combinators.combine(
                        texts().filter(Origin::isClient),
                        texts().filter(Origin::isKey).injectNull(0.5),
                        Arbitraries.longs().greaterOrEqual(1).injectNull(0.5))
                .as(Origin::new);
    }

    private static Arbitrary<List<Finding>> warnings() {
        return Combinators.combine(indicators(), texts(), texts())
                .as((code, zh, en) -> new Finding("#/figures/" + code, code, new Bilingual(zh, en)))
                .list()
                .ofMaxSize(2);
    }

    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<Instant> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 253_000_000_000L),
                        Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
    }

    private static Arbitrary<Integer> revisions() {
        return Arbitraries.integers().greaterOrEqual(0).injectNull(0.5);
    }

    private static Arbitrary<String> jurisdictions() {
        return Arbitraries.of("CN", "11", "5301", "530181", "530181009", "X1");
    }

    private static Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(1949, 9999),
                        Arbitraries.of("", "-H2", "-Q1", "-Q4", "-01", "-12"))
                .as((year, part) -> Period.parse(year + part));
    }

    private static Arbitrary<String> indicators() {
        return Arbitraries.of("mediation.cases_mediated", "legal_aid.consultations", "litigation.cases", "a.b.c2");
    }

    private static Arbitrary<BigDecimal> decimals(String least, String most, int decimals) {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal(least), new BigDecimal(most))
                .ofScale(decimals);
    }

    /** Any text, halves of surrogate pairs included. */
    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(8);
    }
}
