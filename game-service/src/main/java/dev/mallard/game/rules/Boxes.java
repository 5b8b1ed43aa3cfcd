package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Container;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

/** What all box actions have in common. */
final class Boxes {

    private Boxes() {}

    /**
     * A box or the core.
     *
     * @throws RuleViolationException BOX_NOT_FOUND
     */
    static Container find(Game game, int boxId) {
        if (game.objects().find(boxId) instanceof Container container) {
            return container;
        }
        throw new RuleViolationException(RuleViolation.BOX_NOT_FOUND);
    }

    /**
     * A box or the core that a player has open and can reach.
     *
     * @throws RuleViolationException BOX_NOT_FOUND, BOX_NOT_OPEN, TOO_FAR
     */
    static Container findHeld(Game game, Player player, int boxId, GameSettings.Reach reach) {
        Container container = find(game, boxId);
        Refusal.when(!holds(player, container), RuleViolation.BOX_NOT_OPEN);
        Refusal.when(!reaches(player, container, reach), RuleViolation.TOO_FAR);
        return container;
    }

    /** Whether a player has this container open. */
    static boolean holds(Player player, Container container) {
        Container held = player.held();
        return held != null && held.id() == container.id();
    }

    /** Whether a player is near enough to a container. */
    static boolean reaches(Player player, Container container, GameSettings.Reach reach) {
        return player.reaches(container, container instanceof Core ? reach.core() : reach.box());
    }

    /** Opens a container for a player. */
    static void hold(Player player, Container container) {
        player.held(container);
        container.holder(player);
    }

    /** Closes what a player has open, if anything, and tells all. */
    static void release(Player player, Notifications out) {
        Container held = player.held();
        if (held != null) {
            letGo(player);
            out.send(Audience.ALL, new GameEvent.BoxClosed(player.id(), held.id()));
        }
    }

    /** Closes what a player has open without telling anybody. */
    static void letGo(Player player) {
        Container held = player.held();
        if (held != null) {
            held.holder(null);
            player.held(null);
        }
    }
}
