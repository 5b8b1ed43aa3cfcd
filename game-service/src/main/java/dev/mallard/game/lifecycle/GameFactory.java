package dev.mallard.game.lifecycle;

import dev.mallard.game.rules.GameRules;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.SnapshotException;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.Notifications;

import java.util.List;

/** Creates the state of new games, and restores that of others. Any thread. */
public final class GameFactory {

    private final GameRules rules;
    private final GameSnapshots snapshots;
    private final GameClock clock;
    private final RandomSource random;

    public GameFactory(
            GameRules rules, GameSnapshots snapshots, GameClock clock, RandomSource random) {
        this.rules = rules;
        this.snapshots = snapshots;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Creates a game and announces it.
     *
     * @param members who gets a seat, in the order in which they joined
     * @throws IllegalArgumentException if there are too many or too few, or the host is none of them
     */
    Game create(int gameId, int hostId, List<Member> members, Notifications out) {
        return rules.create(gameId, hostId, members, random.forGame(gameId), clock, out);
    }

    /**
     * Restores the state of a game that another service has kept. All its players are away.
     *
     * @throws SnapshotException if it cannot be restored
     */
    Game restore(int gameId, byte[] snapshot) {
        return snapshots.restore(snapshot, clock, random.forGame(gameId));
    }
}
