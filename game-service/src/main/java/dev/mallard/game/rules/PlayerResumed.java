package dev.mallard.game.rules;

import dev.mallard.game.world.Audience;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GameObject;
import dev.mallard.game.world.GameState;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterRef;
import dev.mallard.game.world.MonsterTarget;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.PendingWave;
import dev.mallard.game.world.Player;

import java.util.ArrayList;
import java.util.List;

/** A player comes back to his seat and is told the whole state. */
final class PlayerResumed {

    void apply(Game game, Player player, Notifications out) {
        player.back();
        player.resetHungerClock(game.now());
        game.seats().presenceChanged();
        Audience receiver = new Audience.Only(player.id());
        boolean host = player.id() == game.hostId();
        if (host) {
            game.hostSimulates(false); // until his client reports monsters again
        }
        if (game.state() == GameState.PREPARED) {
            if (host) {
                Preparation.showTo(game, receiver, out);
            }
            out.send(receiver, Preparation.announcement(game));
            return;
        }
        out.send(receiver, WorldState.of(game, player.inventory().stacks()));
        tellPlayers(game, receiver, out);
        tellDamage(game, receiver, out);
        tellTargets(game, receiver, out);
        if (game.ground().size() > 0) {
            out.send(receiver, new GameEvent.ItemsSpawned(List.copyOf(game.ground().all())));
        }
        PendingWave wave = game.pendingWave();
        if (host && wave != null) {
            out.send(receiver, announcement(wave));
        }
    }

    private static void tellPlayers(Game game, Audience receiver, Notifications out) {
        for (Player player : game.players()) {
            for (int code : player.equipment().codes()) {
                out.send(receiver, new GameEvent.ItemWorn(player.id(), code));
            }
        }
        for (Player player : game.players()) {
            if (player.dead()) {
                out.send(receiver, new GameEvent.PlayerDied(player.id()));
            } else if (player.damaged()) {
                out.send(receiver, new GameEvent.PlayerHitPoints(player.id(), player.hitPoints()));
            }
        }
        for (Player player : game.players()) {
            if (!player.full()) {
                out.send(receiver, new GameEvent.PlayerHunger(player.id(), player.hunger()));
            }
        }
    }

    private static void tellDamage(Game game, Audience receiver, Notifications out) {
        for (int index = 0; index < game.monsters().size(); index++) {
            Monster monster = game.monsters().get(index);
            if (monster.damaged()) {
                out.send(
                        receiver,
                        new GameEvent.MonsterHitPoints(monster.id(), monster.hitPoints()));
            }
        }
        for (GameObject object : game.objects().all()) {
            if (object.damaged()) {
                out.send(receiver, new GameEvent.ObjectHitPoints(object.id(), object.hitPoints()));
            }
        }
    }

    private static void tellTargets(Game game, Audience receiver, Notifications out) {
        List<MonsterTarget> targets = new ArrayList<>();
        for (int index = 0; index < game.monsters().size(); index++) {
            Monster monster = game.monsters().get(index);
            Player target = monster.target();
            if (target != null) {
                targets.add(new MonsterTarget(monster.id(), target.id()));
            }
        }
        if (!targets.isEmpty()) {
            out.send(receiver, new GameEvent.MonsterTargets(List.copyOf(targets)));
        }
    }

    private static GameEvent announcement(PendingWave wave) {
        return new GameEvent.WaveAnnounced(
                wave.waiting().entrySet().stream()
                        .map(entry -> new MonsterRef(entry.getKey(), entry.getValue().code()))
                        .toList());
    }
}
