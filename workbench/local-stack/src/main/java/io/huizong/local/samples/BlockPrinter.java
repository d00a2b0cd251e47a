package io.huizong.local.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.JsonNode;

import io.huizong.local.count.Indicator;
import io.huizong.local.samples.Chain.Place;

/** Prints each rollup once, and no more of them than somebody will read. */
final class BlockPrinter {

    private static final int MOST = 40;

    private final List<Indicator> catalog;
    private final Consumer<String> out;
    private final Set<RollupKey> seen = new HashSet<>();
    private int blocks;
    private int notShown;

    BlockPrinter(List<Indicator> catalog, Consumer<String> out) {
        this.catalog = catalog;
        this.out = out;
    }

    /** Prints the places of one chain, those with the same totals together. */
    void print(String period, List<Place> chain, Map<Place, JsonNode> rollups) {
        List<Block> blocks = new ArrayList<>();
        for (Place place : chain) {
            RollupKey key = new RollupKey(place, period);
            if (seen.add(key)) {
                Block block = Block.of(key, rollups.get(place), catalog);
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
        if (blocks < MOST) {
            blocks++;
            out.accept(block.text());
        } else {
            notShown += block.heads().size();
        }
    }
}
