package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Notifications;

import java.util.List;

/** Tells all which monsters moved since the last tick. */
final class MonsterMovesTick {

    private static final GameEvent NOTHING_MOVED = new GameEvent.MonstersMoved(List.of());

    private final boolean sendEmpty;

    MonsterMovesTick(boolean sendEmpty) {
        this.sendEmpty = sendEmpty;
    }

    void apply(Game game, Notifications out) {
        if (game.monsters().anyMoved()) {
            out.send(Audience.ALL, new GameEvent.MonstersMoved(game.monsters().takeMoved()));
        } else if (sendEmpty) {
            out.send(Audience.ALL, NOTHING_MOVED);
        }
    }
}
