package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.Placeable;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.game.world.RuleViolationException;

/** A player builds a wall. Everything is checked before the wall kit is used up. */
final class PlaceWall {

    private final GameContent content;
    private final double reach;
    private final int wallLimit;
    private final Bounds bounds;

    PlaceWall(GameContent content, GameSettings settings, Bounds bounds) {
        this.content = content;
        this.reach = settings.reach().placement();
        this.wallLimit = settings.limits().walls();
        this.bounds = bounds;
    }

    void apply(Game game, Player player, int itemCode, float x, float y, Notifications out) {
        Placeable placeable = content.placeable(itemCode);
        if (placeable == null) {
            throw new RuleViolationException(RuleViolation.NOT_PLACEABLE);
        }
        Refusal.when(!bounds.contains(x, y), RuleViolation.INVALID_POSITION);
        Refusal.when(!player.reaches(x, y, reach), RuleViolation.TOO_FAR);
        Refusal.when(game.objects().walls() >= wallLimit, RuleViolation.PLACEMENT_LIMIT);
        Refusal.when(
                player.inventory().count(placeable.consumes()) == 0, RuleViolation.ITEM_NOT_OWNED);
        player.inventory().remove(placeable.consumes(), 1);
        out.send(Audience.ALL, new GameEvent.PlacementPaid(player.id(), placeable.consumes()));
        GameObject wall = game.objects().place(content.objectKind(placeable.objectCode()), x, y);
        out.send(
                Audience.ALL,
                new GameEvent.ObjectPlaced(wall.id(), wall.kind().code(), wall.x(), wall.y()));
    }
}
