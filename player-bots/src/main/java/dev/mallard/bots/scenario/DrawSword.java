package dev.mallard.bots.scenario;

import java.time.Duration;

/** Takes the wooden sword that every player starts with in hand. */
final class DrawSword implements Errand {

    private static final int WOODEN_SWORD = 101;

    @Override
    public boolean goOn(BotPlayer player, Duration time) {
        player.actions().useItem(WOODEN_SWORD);
        return true;
    }
}
