package io.huizong.aggregation.query.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.huizong.aggregation.rollup.IndicatorView;
import io.huizong.aggregation.rollup.RollupView.Subject;
import io.huizong.aggregation.rollup.arithmetic.RollupKey;
import io.huizong.commons.problem.Language;
import io.huizong.contract.Bilingual;
import io.huizong.contract.indicator.Indicator;

/** The columns of a list as a file: a heading in the caller's language and a value of an item. */
public final class ExportColumns<T> {

    private static final Bilingual PERCENT = new Bilingual("%", "%");

    private final Language language;
    private final List<String> headings = new ArrayList<>();
    private final List<Function<T, ?>> cells = new ArrayList<>();

    public ExportColumns(Language language) {
        this.language = language;
    }

    /** One more column; its cells are texts, numbers or null. */
    public ExportColumns<T> add(String zh, String en, Function<T, ?> cell) {
        headings.add(language.of(new Bilingual(zh, en)));
        cells.add(cell);
        return this;
    }

    /** One more column of texts, for cells of any type; null stays null. */
    public ExportColumns<T> addText(String zh, String en, Function<T, ?> cell) {
        return add(zh, en, item -> Objects.toString(cell.apply(item), null));
    }

    /** Three more: who it is about. */
    public ExportColumns<T> addSubject(Function<T, Subject> subject) {
        return add("代码", "code", item -> subject.apply(item).code())
                .add("名称", "name", item -> subject.apply(item).name())
                .addText("级别", "level", item -> subject.apply(item).level());
    }

    /** One more for each: the effective value, under what people call the indicator, its unit, and its code for programs. */
    public ExportColumns<T> addIndicators(
            Collection<Indicator> indicators, Function<T, Map<String, IndicatorView>> shown) {
        for (Indicator indicator : indicators) {
            Bilingual unit = indicator.kind().isPair() ? PERCENT : indicator.unit();
            String heading = "%s (%s) " + indicator.code();
            add(
                    heading.formatted(indicator.label().zh(), unit.zh()),
                    heading.formatted(indicator.label().en(), unit.en()),
                    item -> Optional.ofNullable(shown.apply(item).get(indicator.code()))
                            .map(IndicatorView::effective)
                            .orElse(null));
        }
        return this;
    }

    /** The items as a table of that kind about a jurisdiction and a period. */
    public Sheet sheet(String kind, RollupKey key, Bilingual subject, Stream<T> items) {
        return sheet(
                "%s %s %s".formatted(key.jurisdiction().name(), key.period(), language.of(subject)),
                "%s-%s-%s".formatted(kind, key.jurisdiction().code(), key.period()),
                items);
    }

    /** The items as a table. */
    public Sheet sheet(String name, String id, Stream<T> items) {
        return new Sheet(name, id, headings, items.map(this::row).iterator());
    }

    private List<Object> row(T item) {
        return cells.stream().<Object>map(cell -> cell.apply(item)).toList();
    }
}
