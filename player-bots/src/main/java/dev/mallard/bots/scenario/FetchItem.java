package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.ObjectPositionData;

import java.time.Duration;
import java.util.Optional;

/** Walks to the nearest box in which an item lies, and takes it. */
final class FetchItem implements Errand {

    private static final double CLOSE_ENOUGH = 3.5;

    private final int itemCode;
    private final Attempt attempt = new Attempt();

    FetchItem(int itemCode) {
        this.itemCode = itemCode;
    }

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        if (player.belongings().has(player.id(), itemCode)) {
            return true;
        }
        Optional<ObjectPositionData> box =
                player.field()
                        .nearestObject(
                                player.place(),
                                object ->
                                        LootBox.BOX_CODES.contains(
                                                        object.getObjectData().getObjectCode())
                                                && player.belongings()
                                                        .lies(idOf(object), itemCode));
        if (box.isEmpty()) {
            return true;
        }
        Point place = new Point(box.get().getX(), box.get().getY());
        if (player.place().distanceTo(place) > CLOSE_ENOUGH) {
            player.walkToward(place, CLOSE_ENOUGH - 0.5, time);
        } else if (attempt.due(time)) {
            take(player, idOf(box.get()));
        }
        return false;
    }

    private static int idOf(ObjectPositionData object) {
        return object.getObjectData().getObjectId();
    }

    private void take(BotPlayer player, int boxId) {
        player.report();
        player.actions().openBox(boxId);
        player.actions().takeOut(boxId, itemCode, 1);
        player.actions().closeBox(boxId);
    }
}
