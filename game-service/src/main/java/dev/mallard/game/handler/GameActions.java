package dev.mallard.game.handler;

import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.RuleViolationException;
import dev.mallard.protocol.link.server.Request;

import org.springframework.stereotype.Component;

/** Applies what a player does to the game whose thread this is. */
@Component
final class GameActions {

    private final CurrentGame currentGame;
    private final GameRules rules;

    GameActions(CurrentGame currentGame, GameRules rules) {
        this.currentGame = currentGame;
        this.rules = rules;
    }

    /**
     * Applies an action of a request's sender.
     *
     * @throws dev.mallard.protocol.RequestRejectedException if a rule refuses it
     */
    void apply(Request request, GameAction action) {
        LiveGame live = currentGame.get();
        try {
            action.apply(rules, live.game(), request.sender().userId(), live.out());
        } catch (RuleViolationException refusal) {
            throw Rejections.of(refusal.violation());
        }
    }

    /**
     * Applies an action of a request's sender, for which the request has to be complete. Whether the sender
     * may act at all comes first.
     *
     * @param complete whether the parts that the action reads are there
     * @throws dev.mallard.protocol.RequestRejectedException if a rule refuses it, or with {@code
     *     MALFORMED_PAYLOAD} if a part is missing
     */
    void apply(Request request, boolean complete, GameAction action) {
        apply(request, complete ? action : GameActions::refuseIncomplete);
    }

    private static void refuseIncomplete(
            GameRules rules, Game game, int playerId, Notifications out) {
        if (rules.mayAct(game, playerId, out)) {
            throw Rejections.ofIncomplete();
        }
    }
}
