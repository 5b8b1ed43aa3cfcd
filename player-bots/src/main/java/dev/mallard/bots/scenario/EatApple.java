package dev.mallard.bots.scenario;

import java.time.Duration;

/** Eats the apple that every player starts with, as soon as the player is a little hungry. */
final class EatApple implements Errand {

    private static final int APPLE = 1;

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        if (player.field().hungerOf(player.id()) == 100) {
            return false;
        }
        player.actions().useItem(APPLE);
        return true;
    }
}
