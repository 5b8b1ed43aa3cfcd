package dev.mallard.game.rules;

import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

import org.jspecify.annotations.Nullable;

/** Decides whether a player may act at all. */
final class Gate {

    private Gate() {}

    /**
     * The player who acts; null if the action is dropped.
     *
     * @throws RuleViolationException if the action is refused
     */
    static @Nullable Player admit(Game game, int playerId, PlayerAction action, Notifications out) {
        return switch (action) {
            case PlayerAction.Anytime _ -> connected(game, playerId, out);
            case PlayerAction.Frequent _ -> quietly(game, playerId, out);
            case PlayerAction.Answered _ -> alive(game, playerId, out);
        };
    }

    /** Any seat in a game that has not ended; else dropped and null. */
    static @Nullable Player seated(Game game, int playerId, Notifications out) {
        if (game.ended()) {
            out.dropped(DropReason.GAME_ENDED);
            return null;
        }
        Player player = game.player(playerId);
        if (player == null) {
            out.dropped(DropReason.NOT_IN_GAME);
        }
        return player;
    }

    /** A connected player in a game that has not ended; else dropped and null. */
    private static @Nullable Player connected(Game game, int playerId, Notifications out) {
        Player player = seated(game, playerId, out);
        if (player != null && !player.connected()) {
            out.dropped(DropReason.NOT_IN_GAME);
            return null;
        }
        return player;
    }

    /** A connected player in a running game; else dropped and null. */
    private static @Nullable Player quietly(Game game, int playerId, Notifications out) {
        Player player = connected(game, playerId, out);
        if (player != null && !game.running()) {
            out.dropped(DropReason.GAME_NOT_STARTED);
            return null;
        }
        return player;
    }

    /** A living player of a running game; else refused, or dropped and null. */
    static @Nullable Player alive(Game game, int playerId, Notifications out) {
        Player player = connected(game, playerId, out);
        if (player == null) {
            return null;
        }
        if (!game.running()) {
            throw new RuleViolationException(RuleViolation.GAME_NOT_STARTED);
        }
        if (player.dead()) {
            throw new RuleViolationException(RuleViolation.PLAYER_DEAD);
        }
        return player;
    }
}
