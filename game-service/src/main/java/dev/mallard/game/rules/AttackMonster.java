package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.Player;

import java.util.List;

/** A player hits a monster: the others see the swing, all see the damage. */
final class AttackMonster {

    private final GameSettings.Rates rates;
    private final GameSettings.Reach reach;
    private final long sameMonsterMillis;
    private final int bonus;
    private final Drops drops;

    AttackMonster(GameContent content, GameSettings settings, Drops drops) {
        this.rates = settings.rates();
        this.reach = settings.reach();
        this.sameMonsterMillis = rates.sameMonsterInterval().toMillis();
        this.bonus = content.player().attackBonus();
        this.drops = drops;
    }

    void apply(Game game, Player player, int monsterId, float dirX, float dirY, Notifications out) {
        if (player.dead()) {
            out.dropped(DropReason.PLAYER_DEAD);
            return;
        }
        if (!Bounds.finite(dirX, dirY)) {
            out.dropped(DropReason.INVALID_COORDINATE);
            return;
        }
        if (!player.hits().tryTake(game.now(), rates.hitsPerSecond(), rates.hitBurst())) {
            out.dropped(DropReason.TOO_FAST);
            return;
        }
        Swing.show(player, dirX, dirY, out);
        Monster monster = game.monsters().find(monsterId);
        if (monster == null) {
            out.dropped(DropReason.MONSTER_UNKNOWN);
        } else if (!PlayerReach.covers(player, monster, reach)) {
            out.dropped(DropReason.OUT_OF_REACH);
        } else if (game.now() - monster.lastHitBy(player) < sameMonsterMillis) {
            out.dropped(DropReason.TOO_FAST);
        } else {
            hit(game, player, monster, out);
        }
    }

    private void hit(Game game, Player player, Monster monster, Notifications out) {
        monster.hitBy(player, game.now());
        monster.hurt(Damage.toMonster(player, monster, bonus, game.random()));
        out.send(Audience.ALL, new GameEvent.MonsterHitPoints(monster.id(), monster.hitPoints()));
        if (!monster.dead()) {
            return;
        }
        game.monsters().remove(monster);
        out.send(Audience.ALL, new GameEvent.MonsterDied(monster.id()));
        if (monster.kind().boss()) {
            GameEnd.end(game, GameOutcome.CLEARED);
            return;
        }
        List<GroundItem> items = drops.ofMonster(game, monster);
        if (!items.isEmpty()) {
            out.send(Audience.ALL, new GameEvent.ItemsSpawned(items));
        }
    }
}
