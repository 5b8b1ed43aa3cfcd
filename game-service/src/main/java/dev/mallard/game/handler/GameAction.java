package dev.mallard.game.handler;

import dev.mallard.game.rules.GameRules;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Notifications;

/** What a player does in a game. */
@FunctionalInterface
interface GameAction {

    /**
     * Applies the rule for the action. Runs on the game's thread.
     *
     * @throws dev.mallard.game.world.RuleViolationException if the rule refuses it
     */
    void apply(GameRules rules, Game game, int playerId, Notifications out);
}
