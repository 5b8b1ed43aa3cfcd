package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.ObjectPositionData;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Walks to the nearest grass, cuts it with the sword, and picks up the mustard seed it leaves. */
final class GatherSeed implements Errand {

    private static final int MUSTARD_SEED = 801;
    private static final double PICK_UP_REACH = 1;

    private @Nullable ObjectPositionData grass;

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        if (grass == null) {
            Optional<ObjectPositionData> nearest =
                    player.field().nearestObject(player.place(), Set.of(MapLayout.GRASS_CODE));
            if (nearest.isEmpty()) {
                return true;
            }
            grass = nearest.get();
        }
        int id = grass.getObjectData().getObjectId();
        if (player.field().stands(id)) {
            cut(player, id, new Point(grass.getX(), grass.getY()), time);
            return false;
        }
        return pickUp(player, time);
    }

    private static void cut(BotPlayer player, int id, Point place, Duration time) {
        player.walkToward(place, PICK_UP_REACH, time);
        if (player.place().distanceTo(place) <= PICK_UP_REACH + 0.1) {
            player.actions().hitObject(id);
        }
    }

    private static boolean pickUp(BotPlayer player, Duration time) {
        Optional<Item> seed = player.field().onGround(MUSTARD_SEED);
        if (seed.isEmpty()) {
            return true;
        }
        Point place = new Point(seed.get().getPosition().getX(), seed.get().getPosition().getY());
        player.walkToward(place, PICK_UP_REACH / 2, time);
        if (player.place().distanceTo(place) > PICK_UP_REACH) {
            return false;
        }
        player.report();
        player.actions().pickUp(seed.get().getPosition());
        return true;
    }
}
