package io.huizong.local.launch;

import java.io.IOException;

import io.huizong.local.cluster.DatabaseNode;
import io.huizong.local.cluster.DatabasePair;

/** Tells a pair of databases what becomes of one of them, besides telling another listener. */
record NodeListener(DatabasePair pair, DatabaseNode node, ProcessListener other) implements ProcessListener {

    @Override
    public void launched() {
        other.launched();
    }

    @Override
    public void answered() throws IOException {
        pair.returned(node);
        other.answered();
    }

    @Override
    public void ended() throws IOException {
        pair.lost(node);
        other.ended();
    }
}
