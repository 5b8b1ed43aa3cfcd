package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.ObjectPositionData;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Walks to the nearest box, opens it, takes out its first item, and closes it. */
final class LootBox implements Errand {

    static final Set<Integer> BOX_CODES = Set.of(2, 3, 4);

    /** Nearer than the reach for opening a box, so that both ends agree in spite of latency. */
    private static final double CLOSE_ENOUGH = 3.5;

    private @Nullable ObjectPositionData box;

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        if (box == null) {
            Optional<ObjectPositionData> nearest =
                    player.field().nearestObject(player.place(), BOX_CODES);
            if (nearest.isEmpty()) {
                return true;
            }
            box = nearest.get();
        }
        Point place = new Point(box.getX(), box.getY());
        if (player.place().distanceTo(place) > CLOSE_ENOUGH) {
            player.walkToward(place, CLOSE_ENOUGH - 0.5, time);
            return false;
        }
        loot(player, box);
        return true;
    }

    /** The packets of one player are served in their order, so none has to be waited for. */
    private static void loot(BotPlayer player, ObjectPositionData box) {
        int id = box.getObjectData().getObjectId();
        player.report();
        player.actions().openBox(id);
        box.getItemDataList().stream()
                .filter(item -> item.getCount() > 0)
                .findFirst()
                .map(ItemData::getItemCode)
                .ifPresent(code -> player.actions().takeOut(id, code, 1));
        player.actions().closeBox(id);
    }
}
