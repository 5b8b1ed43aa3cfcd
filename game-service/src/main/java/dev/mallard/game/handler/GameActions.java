package dev.mallard.game.handler;

import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.rules.GameRules;
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
}
