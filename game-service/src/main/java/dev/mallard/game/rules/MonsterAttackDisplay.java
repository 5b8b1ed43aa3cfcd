package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A client shows that a monster strikes; the others see it. No damage. */
final class MonsterAttackDisplay {

    private final int perSecond;
    private final MonsterControl control;

    MonsterAttackDisplay(GameSettings.Rates rates, MonsterControl control) {
        this.perSecond = rates.displaysPerSecond();
        this.control = control;
    }

    void apply(
            Game game,
            Player player,
            int monsterId,
            boolean isPlayer,
            int targetId,
            Notifications out) {
        Monster monster = game.monsters().find(monsterId);
        if (monster == null) {
            out.dropped(DropReason.MONSTER_UNKNOWN);
        } else if (!control.mayReport(game, player, monster)) {
            out.dropped(DropReason.NOT_ENTITLED);
        } else if (!monster.tryDisplay(game.now(), perSecond)) {
            out.dropped(DropReason.TOO_FAST);
        } else {
            control.reported(game, player);
            out.send(
                    new Audience.AllBut(player.id()),
                    new GameEvent.MonsterAttacked(monster.id(), isPlayer, targetId));
        }
    }
}
