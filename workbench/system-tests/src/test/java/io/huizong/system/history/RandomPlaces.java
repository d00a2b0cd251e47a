package io.huizong.system.history;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.huizong.contract.division.DivisionTree;
import io.huizong.contract.division.Jurisdiction;
import io.huizong.contract.division.Level;
import io.huizong.contract.report.Period;

/** Places all over the tree; every other time one that was chosen before, or one of a few that all crowd to. */
public final class RandomPlaces {

    private static final int HOT = 40;
    // Every second report is a yearly one, as the years stand for.
    private static final List<Period> PERIODS = Stream.of("2022", "2022", "2021", "2022-H1", "2022-Q3", "2022-11")
            .map(Period::parse)
            .toList();

    /** A jurisdiction in a period. */
    public record Choice(Jurisdiction jurisdiction, Period period) {}

    private final Random random;
    private final Map<Level, List<Jurisdiction>> byLevel;
    private final List<Choice> hot = new ArrayList<>();
    private final List<Choice> chosen = new ArrayList<>();

    /** Places of that tree. */
    public RandomPlaces(Random random, DivisionTree tree) {
        this.random = random;
        byLevel = tree.all().stream().collect(groupingBy(Jurisdiction::level));
        hot.add(new Choice(tree.root(), PERIODS.get(0)));
        while (hot.size() < HOT) {
            hot.add(fresh());
        }
    }

    /** The next one. */
    public Choice next() {
        Choice choice =
                switch (random.nextInt(10)) {
                    case 0, 1 -> oneOf(hot);
                    case 2, 3, 4 -> chosen.isEmpty() ? fresh() : oneOf(chosen);
                    default -> fresh();
                };
        chosen.add(choice);
        return choice;
    }

    private Choice fresh() {
        int percent = random.nextInt(100);
        Level level = percent < 1
                ? Level.NATION
                : percent < 6
                        ? Level.PROVINCE
                        : percent < 15 ? Level.PREFECTURE : percent < 40 ? Level.COUNTY : Level.TOWNSHIP;
        return new Choice(oneOf(byLevel.get(level)), oneOf(PERIODS));
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
