package dev.mallard.bots.scenario;

import java.time.Duration;

/** Something a player does over several ticks. Used by the match's thread. */
interface Errand {

    /**
     * Does the next bit.
     *
     * @param time how long the last tick took
     * @return whether the errand is done, or turned out to be impossible
     */
    boolean goOn(BotPlayer player, Duration time);
}
