package dev.mallard.gateway.upstream;

import org.jspecify.annotations.Nullable;

/**
 * Finds the instance for a new game: the one with the fewest live games among those that want new work, the
 * first in the order of the configuration among equals. Stateless; any thread.
 */
public final class GameSelector {

    /** The link of an event loop to that instance, or null if no instance wants a game. */
    public @Nullable UpstreamLink select(UpstreamGroup group, int loop) {
        UpstreamLink best = null;
        for (UpstreamInstance instance : group.instances()) {
            UpstreamLink link = instance.link(loop);
            if (link.state() == LinkState.UP
                    && (best == null || instance.games() < best.instance().games())) {
                best = link;
            }
        }
        return best;
    }
}
