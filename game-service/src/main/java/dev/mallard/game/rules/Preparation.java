package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.ObjectView;
import dev.mallard.game.world.Player;

import java.util.List;

/** What players are told about a prepared game. */
final class Preparation {

    private Preparation() {}

    /** Tells the host what was created. Grass shows what it will leave. */
    static void showTo(Game game, Audience audience, Notifications out) {
        List<ObjectView> objects =
                game.objects().all().stream().map(Preparation::withFutureDrop).toList();
        out.send(audience, new GameEvent.GamePrepared(game.monsters().refs(), objects));
    }

    /** The announcement of the game. */
    static GameEvent announcement(Game game) {
        return new GameEvent.GameAnnounced(
                game.id(), game.hostId(), game.players().stream().map(Player::member).toList());
    }

    private static ObjectView withFutureDrop(GameObject object) {
        return switch (object.kind().type()) {
            case GRASS ->
                    new ObjectView(
                            object.id(),
                            object.kind().code(),
                            object.kind().drops().stream()
                                    .map(code -> new ItemStack(code, object.kind().dropAmount()))
                                    .toList(),
                            object.x(),
                            object.y());
            case CORE, BOX, TREE, WALL -> object.view();
        };
    }
}
