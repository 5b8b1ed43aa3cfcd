package dev.mallard.game.rules;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.MonsterKind;
import dev.mallard.game.world.Audience;
import dev.mallard.game.world.DropReason;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.MonsterRef;
import dev.mallard.game.world.Notifications;
import dev.mallard.game.world.PendingWave;
import dev.mallard.game.world.Player;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Waves: the server decides what comes, the host where. What the host does not place in time, or
 * cannot place because he is away, the server places around the core.
 */
final class MonsterSpawn {

    private final GameContent content;
    private final GameSettings.Limits limits;
    private final GameSettings.Simulation simulation;
    private final long answerMillis;
    private final Bounds bounds;
    private final MonsterControl control;

    MonsterSpawn(
            GameContent content, GameSettings settings, Bounds bounds, MonsterControl control) {
        this.content = content;
        this.limits = settings.limits();
        this.simulation = settings.simulation();
        this.answerMillis = settings.timing().waveAnswer().toMillis();
        this.bounds = bounds;
        this.control = control;
    }

    /** Announces the next wave, shortened to what may live at once. */
    void announce(Game game, Notifications out) {
        placeRest(game, out);
        int number = game.nextWave();
        int room = limits.livingMonsters() - game.monsters().size();
        int size = Math.min(content.waves().size(number), limits.monstersPerWave());
        PendingWave wave = new PendingWave(game.now());
        List<MonsterRef> refs = new ArrayList<>();
        for (int monster = 0; monster < Math.min(size, room); monster++) {
            int code = GameContent.draw(content.waves().codes(number), game.random());
            int id = game.reserveMonsterId();
            wave.add(id, content.monsterKind(code));
            refs.add(new MonsterRef(id, code));
        }
        if (refs.isEmpty()) {
            return;
        }
        game.pendingWave(wave);
        if (control.serverPlacesWaves(game)) {
            placeRest(game, out);
        } else {
            out.send(Audience.HOST, new GameEvent.WaveAnnounced(List.copyOf(refs)));
        }
    }

    /** The host answers with places. */
    void apply(Game game, Player player, List<MonsterPosition> entries, Notifications out) {
        PendingWave wave = game.pendingWave();
        if (!control.hostMayReport(game, player)) {
            out.dropped(DropReason.NOT_ENTITLED);
            return;
        }
        if (wave == null) {
            out.dropped(DropReason.NOT_REQUESTED);
            return;
        }
        List<MonsterPosition> spawned = new ArrayList<>();
        for (MonsterPosition entry : entries) {
            if (wave.waiting().isEmpty()) {
                out.dropped(DropReason.TOO_MANY_ENTRIES);
                break;
            }
            spawn(game, wave, entry, spawned, out);
        }
        finish(game, wave, spawned, out);
        if (!spawned.isEmpty()) {
            control.reported(game, player);
        }
    }

    /** Places what the host has not placed in time; the server then moves the monsters, too. */
    void checkAnswer(Game game, Notifications out) {
        PendingWave wave = game.pendingWave();
        if (wave != null && game.now() - wave.announcedAt() >= answerMillis) {
            game.hostSimulates(false);
            placeRest(game, out);
        }
    }

    /** The host left; what he was asked for is placed without him, where the server may. */
    void hostLeft(Game game, Notifications out) {
        if (control.serverPlacesWaves(game)) {
            placeRest(game, out);
        }
    }

    /** Places everything that still waits, in a ring around the core. */
    void placeRest(Game game, Notifications out) {
        PendingWave wave = game.pendingWave();
        if (wave == null) {
            return;
        }
        List<MonsterPosition> spawned = new ArrayList<>();
        for (Map.Entry<Integer, MonsterKind> entry : List.copyOf(wave.waiting().entrySet())) {
            double angle = game.random().nextDouble(2 * Math.PI);
            double distance =
                    game.random().nextDouble(simulation.spawnMin(), simulation.spawnMax());
            float x =
                    bounds.clamp((float) (game.objects().core().x() + distance * Math.cos(angle)));
            float y =
                    bounds.clamp((float) (game.objects().core().y() + distance * Math.sin(angle)));
            MonsterPosition place =
                    new MonsterPosition(entry.getKey(), entry.getValue().code(), x, y);
            spawn(game, wave, place, spawned, out);
        }
        finish(game, wave, spawned, out);
    }

    private void spawn(
            Game game,
            PendingWave wave,
            MonsterPosition entry,
            List<MonsterPosition> spawned,
            Notifications out) {
        if (!bounds.contains(entry.x(), entry.y())) {
            out.dropped(DropReason.INVALID_COORDINATE);
            return;
        }
        MonsterKind kind = wave.take(entry.monsterId());
        if (kind == null) {
            out.dropped(DropReason.NOT_REQUESTED);
            return;
        }
        Monster monster = new Monster(entry.monsterId(), kind, true);
        monster.moveTo(entry.x(), entry.y());
        monster.home(game.objects().core().x(), game.objects().core().y());
        game.monsters().add(monster);
        spawned.add(monster.position());
    }

    private static void finish(
            Game game, PendingWave wave, List<MonsterPosition> spawned, Notifications out) {
        if (wave.waiting().isEmpty()) {
            game.pendingWave(null);
        }
        if (!spawned.isEmpty()) {
            out.send(Audience.ALL, new GameEvent.WaveStarted(List.copyOf(spawned)));
        }
    }
}
