package dev.mallard.game.rules;

import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

/** A player reports that a monster hit him. */
final class DamagedByMonster {

    private final double extraReach;
    private final long intervalMillis;

    DamagedByMonster(GameSettings settings) {
        this.extraReach = settings.reach().monsterExtra();
        this.intervalMillis = settings.rates().monsterHitInterval().toMillis();
    }

    void apply(Game game, Player player, int monsterId, Notifications out) {
        Monster monster = game.monsters().find(monsterId);
        if (player.dead()) {
            out.dropped(DropReason.PLAYER_DEAD);
        } else if (monster == null) {
            out.dropped(DropReason.MONSTER_UNKNOWN);
        } else if (!near(player, monster)) {
            out.dropped(DropReason.OUT_OF_REACH);
        } else if (game.now() - monster.lastHitOn(player) < intervalMillis) {
            out.dropped(DropReason.TOO_FAST);
        } else {
            monster.hit(player, game.now());
            PlayerHealth.hurt(player, Damage.toPlayer(monster, player), out);
        }
    }

    private boolean near(Player player, Monster monster) {
        return player.reaches(monster, monster.kind().range() + extraReach);
    }
}
