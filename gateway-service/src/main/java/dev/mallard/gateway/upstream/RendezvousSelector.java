package dev.mallard.gateway.upstream;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Finds a user's own instance of a group: the one with the highest hash of user and instance. Every gateway
 * finds the same one, and when an instance goes only its own users move. Instances that want no new work
 * are used only if there is no other. Stateless; any thread.
 */
public final class RendezvousSelector {

    /** The link of an event loop to the user's instance, or null if none is usable. Allocates nothing. */
    public @Nullable UpstreamLink select(UpstreamGroup group, int loop, int userId) {
        UpstreamLink best = null;
        boolean bestIsUp = false;
        long bestWeight = 0;
        List<UpstreamInstance> instances = group.instances();
        for (int i = 0; i < instances.size(); i++) {
            UpstreamInstance instance = instances.get(i);
            UpstreamLink link = instance.link(loop);
            LinkState state = link.state();
            if (!state.isUsable()) {
                continue;
            }
            boolean up = state == LinkState.UP;
            long weight = weight(instance.hash(), userId);
            if (best == null || up && !bestIsUp || up == bestIsUp && weight > bestWeight) {
                best = link;
                bestIsUp = up;
                bestWeight = weight;
            }
        }
        return best;
    }

    /** A hash of a name that is the same on every gateway. */
    static long hash(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long weight(long instanceHash, int userId) {
        long mixed = instanceHash ^ userId * 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
