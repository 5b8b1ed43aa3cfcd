package dev.mallard.bots.scenario;

import java.time.Duration;
import java.util.List;

/** Puts honey, a fried egg and a mustard seed into the core, and takes out the honey mustard. */
final class MixMustard implements Errand {

    static final int HONEY = 7;
    static final int FRIED_EGG = 8;
    static final int MUSTARD_SEED = 801;
    static final int HONEY_MUSTARD = 802;

    private static final double CLOSE_ENOUGH = 5;

    private final Attempt attempt = new Attempt();

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        if (player.belongings().has(player.id(), HONEY_MUSTARD)) {
            return true;
        }
        if (player.place().distanceTo(Point.CORE) > CLOSE_ENOUGH) {
            player.walkToward(Point.CORE, CLOSE_ENOUGH - 1, time);
        } else if (attempt.due(time)) {
            mix(player);
        }
        return false;
    }

    /** The packets of one player are served in their order, so none has to be waited for. */
    private static void mix(BotPlayer player) {
        player.report();
        player.actions().openBox(MapLayout.CORE_ID);
        for (int ingredient : List.of(HONEY, FRIED_EGG, MUSTARD_SEED)) {
            if (player.belongings().has(player.id(), ingredient)) {
                player.actions().putIn(MapLayout.CORE_ID, ingredient, 1);
            }
        }
        player.actions().takeOut(MapLayout.CORE_ID, HONEY_MUSTARD, 1);
        player.actions().closeBox(MapLayout.CORE_ID);
    }
}
