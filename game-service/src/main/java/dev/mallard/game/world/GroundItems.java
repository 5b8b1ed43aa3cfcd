package dev.mallard.game.world;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The items on the ground of a game, in the order in which they appeared. */
public final class GroundItems {

    private final List<GroundItem> items = new ArrayList<>();

    public int size() {
        return items.size();
    }

    /** The items. */
    public List<GroundItem> all() {
        return Collections.unmodifiableList(items);
    }

    /** Lets an item lie. */
    public void add(GroundItem item) {
        items.add(item);
    }

    /** Takes an item away; of several equal ones the oldest. */
    public void remove(GroundItem item) {
        items.remove(item);
    }

    /**
     * The item nearest to a point among those a player can reach; the older one if equal.
     *
     * @param player whose position counts for the reach
     * @param reach world units
     * @return null when none is within reach
     */
    public @Nullable GroundItem nearest(float x, float y, Player player, double reach) {
        GroundItem nearest = null;
        double best = Double.POSITIVE_INFINITY;
        for (GroundItem item : items) {
            if (player.reaches(item.x(), item.y(), reach)) {
                double distance = Distance.squared(x, y, item.x(), item.y());
                if (distance < best) {
                    best = distance;
                    nearest = item;
                }
            }
        }
        return nearest;
    }
}
