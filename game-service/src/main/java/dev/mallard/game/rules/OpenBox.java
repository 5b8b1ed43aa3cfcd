package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Container;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;

/** A player opens a box or the core; what he had open before is closed. */
final class OpenBox {

    private final GameSettings.Reach reach;

    OpenBox(GameSettings.Reach reach) {
        this.reach = reach;
    }

    void apply(Game game, Player player, int boxId, Notifications out) {
        Container container = Boxes.find(game, boxId);
        Refusal.when(
                container.holder() != null && !Boxes.holds(player, container),
                RuleViolation.BOX_IN_USE);
        Refusal.when(!Boxes.reaches(player, container, reach), RuleViolation.TOO_FAR);
        if (!Boxes.holds(player, container)) {
            Boxes.release(player, out);
            Boxes.hold(player, container);
        }
        out.send(
                Audience.ALL,
                new GameEvent.BoxOpened(player.id(), container.id(), container.content()));
    }
}
