package io.huizong.local.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.huizong.local.count.IndependentCount;
import io.huizong.local.count.Indicator;
import io.huizong.local.samples.Chain.Place;

/** Prints each rollup once, and no more of them than somebody will read. */
final class BlockPrinter {

    private static final int MAX_LINES = 40;

    private final List<Indicator> catalog;
    private final Consumer<String> out;
    private final Set<RollupKey> seen = new HashSet<>();
    private int blocks;
    private int notShown;

    BlockPrinter(List<Indicator> catalog, Consumer<String> out) {
        this.catalog = catalog;
        this.out = out;
    }

    /** Prints the places of one chain, those with the same totals together; of these only what the files give. */
    void print(PeriodCheck check, List<Place> chain, IndependentCount files) throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Place place : chain) {
            RollupKey key = new RollupKey(place, check.period());
            if (seen.add(key)) {
                Set<String> given = files.cells(place.code()).keySet();
                List<Indicator> shown = catalog.stream()
                        .filter(indicator -> given.contains(indicator.code()))
                        .toList();
                Block block = Block.of(key, check.rollup(place.code()), shown);
                int last = blocks.size() - 1;
                if (last >= 0 && blocks.get(last).totals().equals(block.totals())) {
                    blocks.set(last, blocks.get(last).with(key));
                } else {
                    blocks.add(block);
                }
            }
        }
        blocks.forEach(this::print);
    }

    void finish() {
        if (notShown > 0) {
            out.accept("%d more totals were checked and are not shown.".formatted(notShown));
        }
    }

    private void print(Block block) {
        if (blocks < MAX_LINES) {
            blocks++;
            out.accept(block.text());
        } else {
            notShown += block.heads().size();
        }
    }
}
