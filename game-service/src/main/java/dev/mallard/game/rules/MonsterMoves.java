package dev.mallard.game.rules;

import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import java.util.List;

/** A client moves monsters; all see it with the next tick. */
final class MonsterMoves {

    private final Bounds bounds;
    private final MonsterControl control;

    MonsterMoves(Bounds bounds, MonsterControl control) {
        this.bounds = bounds;
        this.control = control;
    }

    void apply(Game game, Player player, List<MonsterPosition> entries, Notifications out) {
        int most = Math.min(entries.size(), game.monsters().size());
        if (entries.size() > most) {
            out.dropped(DropReason.TOO_MANY_ENTRIES);
        }
        boolean moved = false;
        for (int index = 0; index < most; index++) {
            moved |= move(game, player, entries.get(index), out);
        }
        if (moved) {
            control.reported(game, player);
        }
    }

    private boolean move(Game game, Player player, MonsterPosition entry, Notifications out) {
        Monster monster = game.monsters().find(entry.monsterId());
        if (monster == null) {
            out.dropped(DropReason.MONSTER_UNKNOWN);
        } else if (!control.mayReport(game, player, monster)) {
            out.dropped(DropReason.NOT_ENTITLED);
        } else if (!bounds.contains(entry.x(), entry.y())) {
            out.dropped(DropReason.INVALID_COORDINATE);
        } else {
            monster.moveTo(entry.x(), entry.y());
            game.monsters().markMoved(monster);
            return true;
        }
        return false;
    }
}
