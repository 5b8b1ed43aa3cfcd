package dev.mallard.game.handler;

import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.PlayerAction;
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
    void apply(Request request, PlayerAction action) {
        LiveGame live = currentGame.get();
        try {
            rules.act(live.game(), request.sender().userId(), action, live.out());
        } catch (RuleViolationException refusal) {
            throw Rejections.of(refusal.violation());
        }
    }

    /**
     * Applies an action of a request's sender, for which the request has to be complete. Whether the sender
     * may act at all comes first.
     *
     * @param complete whether the parts that the action was made of were there
     * @throws dev.mallard.protocol.RequestRejectedException if a rule refuses it, or with {@code
     *     MALFORMED_PAYLOAD} if a part is missing
     */
    void apply(Request request, boolean complete, PlayerAction action) {
        if (complete) {
            apply(request, action);
        } else {
            refuseIncomplete(request);
        }
    }

    private void refuseIncomplete(Request request) {
        LiveGame live = currentGame.get();
        try {
            if (rules.mayAct(live.game(), request.sender().userId(), live.out())) {
                throw Rejections.ofIncomplete();
            }
        } catch (RuleViolationException refusal) {
            throw Rejections.of(refusal.violation());
        }
    }
}
