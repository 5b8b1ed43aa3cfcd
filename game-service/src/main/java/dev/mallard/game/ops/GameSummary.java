package dev.mallard.game.ops;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Player;

import java.util.List;

/**
 * One game in figures.
 *
 * @param gameId the game
 * @param state prepared, running or ended
 * @param phase day or night
 * @param nextPhaseAt planned end of the phase, epoch milliseconds
 * @param wave number of the latest wave, 0 before the first
 * @param hostId user id of the host
 * @param players those who have a seat
 * @param monsters living monsters
 * @param groundItems items on the ground
 * @param waitingCommands commands that wait for the game
 * @param fence grows with every service that runs the game; 0 if it dies with this one
 */
record GameSummary(
        int gameId,
        String state,
        String phase,
        long nextPhaseAt,
        int wave,
        int hostId,
        List<Seat> players,
        int monsters,
        int groundItems,
        int waitingCommands,
        long fence) {

    /**
     * A player in figures.
     *
     * @param userId the player
     * @param connected whether the player is here
     * @param dead whether the player waits to be revived
     * @param hitPoints hit points
     * @param hunger 100 is full
     */
    record Seat(int userId, boolean connected, boolean dead, int hitPoints, int hunger) {

        static Seat of(Player player) {
            return new Seat(
                    player.id(),
                    player.connected(),
                    player.dead(),
                    player.hitPoints(),
                    player.hunger());
        }
    }

    /** Sums up a game; on the game's own thread. */
    static GameSummary of(GameActor actor, LiveGame live) {
        Game game = live.game();
        return new GameSummary(
                game.id(),
                game.state().name(),
                game.phase().phase().name(),
                game.phase().plannedEnd(),
                game.waveNumber(),
                game.hostId(),
                game.players().stream().map(Seat::of).toList(),
                game.monsters().size(),
                game.ground().size(),
                actor.depth(),
                live.fence());
    }
}
