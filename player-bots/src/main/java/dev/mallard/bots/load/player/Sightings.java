package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.protocol.message.PlayerPositionData;

import java.util.List;

/**
 * What a player sees of the others' steps: each step counts once, when it is first seen. Steps that the
 * next one has replaced before the tick are never seen. On the event loop.
 */
final class Sightings {

    private final Player player;
    private final Surroundings surroundings;

    /** For each player of the table the number of the last step seen. */
    private long[] seen = new long[0];

    Sightings(Player player, Surroundings surroundings) {
        this.player = player;
        this.surroundings = surroundings;
    }

    void saw(List<PlayerPositionData> positions) {
        if (seen.length < player.table().seats().size()) {
            seen = new long[player.table().seats().size()];
        }
        long now = surroundings.now();
        for (PlayerPositionData position : positions) {
            Player other = surroundings.roster().find(position.getPlayerId());
            if (other != null && other != player && other.table() == player.table()) {
                saw(other, position, now);
            }
        }
    }

    private void saw(Player other, PlayerPositionData position, long now) {
        Footprints footprints = other.avatar().footprints();
        long number = footprints.find(position.getX(), position.getY());
        if (number > seen[other.seat()]) {
            seen[other.seat()] = number;
            surroundings
                    .measurements()
                    .latency(Kind.POSITION_SEEN, footprints.intendedOf(number), now);
        }
    }
}
