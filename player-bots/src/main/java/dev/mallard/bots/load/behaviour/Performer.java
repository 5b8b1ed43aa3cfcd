package dev.mallard.bots.load.behaviour;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Measurements;
import dev.mallard.bots.load.player.Player;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Has one player follow a script. Beats that have to be done in turn wait while the player is busy, at most
 * {@value #MOST_OWED} of them; further ones are given up and counted. On the event loop.
 */
public final class Performer {

    static final int MOST_OWED = 64;

    private record Owed(Line line, long intended) {}

    private final Player player;
    private final Measurements measurements;
    private final Deque<Owed> owed = new ArrayDeque<>();

    public Performer(Player player, Measurements measurements) {
        this.player = player;
        this.measurements = measurements;
        player.whenFree(this::catchUp);
    }

    /** A line of the script is due. */
    public void beat(Line line, long intended) {
        if (!line.scenes().contains(player.scene())) {
            return;
        }
        if (!line.inTurn()) {
            line.intent().carryOut(player, intended);
        } else if (owed.size() == MOST_OWED) {
            measurements.happened(Happening.BEAT_DROPPED);
        } else {
            owed.add(new Owed(line, intended));
            catchUp();
        }
    }

    private void catchUp() {
        while (!owed.isEmpty() && !player.busy()) {
            Owed next = owed.remove();
            if (next.line().scenes().contains(player.scene())) {
                next.line().intent().carryOut(player, next.intended());
            }
        }
    }
}
