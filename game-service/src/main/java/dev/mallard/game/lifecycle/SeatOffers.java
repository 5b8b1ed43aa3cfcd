package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.rules.GameRules;
import dev.mallard.protocol.link.message.DeclineSeat;
import dev.mallard.protocol.link.message.ResumeSeat;

import org.springframework.stereotype.Component;

import java.util.List;

/** Gives players who have logged in again their seats back, or takes them away for good. */
@Component
final class SeatOffers {

    private final LiveGames games;
    private final GameRules rules;
    private final Gateways gateways;

    SeatOffers(LiveGames games, GameRules rules, Gateways gateways) {
        this.games = games;
        this.rules = rules;
        this.gateways = gateways;
    }

    /**
     * Brings a player back: the present state first, then everything that happens. If there is no such seat
     * any more, the gateway releases the user and the lobby hears that the user is no member.
     */
    void resume(ResumeSeat message) {
        int userId = message.getUserId();
        int gameId = message.getGameId();
        if (!gateways.current(userId, message.getSessionNumber())) {
            return;
        }
        GameActor actor = games.find(gameId);
        boolean asked = actor != null && actor.control(() -> resume(actor, message));
        if (!asked) {
            noSeat(gameId, userId);
        }
    }

    private void resume(GameActor actor, ResumeSeat message) {
        int userId = message.getUserId();
        LiveGame live = actor.live();
        if (live == null || !rules.resumed(live.game(), userId, live.out())) {
            noSeat(actor.id(), userId);
        } else {
            live.sessions().taken(userId, message.getSessionNumber());
        }
    }

    private void noSeat(int gameId, int userId) {
        gateways.released(gameId, List.of(userId));
        gateways.left(gameId, userId);
    }

    /** A player does not want the seat: it is given up at once. */
    void decline(DeclineSeat message) {
        int userId = message.getUserId();
        if (!gateways.current(userId, message.getSessionNumber())) {
            return;
        }
        GameActor actor = games.find(message.getGameId());
        if (actor != null) {
            actor.withGame(live -> rules.gone(live.game(), userId, live.out()));
        }
    }
}
