package dev.mallard.bots.scenario;

import java.time.Duration;

/** Coats the wooden sword with honey mustard, and takes it in hand again. */
final class CoatSword implements Errand {

    private static final int WOODEN_SWORD = 101;
    private static final int COATED_SWORD = 151;

    private final Attempt attempt = new Attempt();

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        if (player.belongings().hasWorn(player.id(), COATED_SWORD)) {
            return true;
        }
        if (attempt.due(time)) {
            player.actions().takeOff(WOODEN_SWORD);
            player.actions().combine(MixMustard.HONEY_MUSTARD, WOODEN_SWORD);
            player.actions().useItem(COATED_SWORD);
        }
        return false;
    }
}
