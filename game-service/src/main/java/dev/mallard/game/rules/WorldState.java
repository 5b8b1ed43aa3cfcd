package dev.mallard.game.rules;

import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Player;
import dev.mallard.game.world.PlayerPosition;

import java.util.List;

/** The visible state of a whole game. */
final class WorldState {

    private WorldState() {}

    /** Everything that stands and lives at this moment, with the given items as inventory. */
    static GameEvent of(Game game, List<ItemStack> items) {
        return new GameEvent.GameStarted(
                game.phase().phase(),
                game.phase().plannedEnd(),
                game.players().stream().map(WorldState::position).toList(),
                game.monsters().positions(),
                game.objects().all().stream().map(GameObject::view).toList(),
                items);
    }

    /** Where a player is. */
    static PlayerPosition position(Player player) {
        return new PlayerPosition(player.id(), player.x(), player.y());
    }
}
