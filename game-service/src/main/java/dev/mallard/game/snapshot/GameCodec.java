package dev.mallard.game.snapshot;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;
import dev.mallard.game.world.GameObjects;
import dev.mallard.game.world.Phase;
import dev.mallard.game.world.PhaseClock;
import dev.mallard.game.world.Player;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Writes and reads a whole game: how far it has come, then its parts. */
final class GameCodec {

    private static final int NIGHT = 1;
    private static final int STARTED = 2;
    private static final int HOST_SIMULATES = 4;

    /** Monsters are kept in a table by id, so that a wrong id must not make it huge. */
    private static final int MOST_MONSTER_IDS = 1 << 20;

    private final PlayerCodec players;
    private final ObjectCodec objects;
    private final MonsterCodec monsters;
    private final GroundCodec ground;

    GameCodec(GameContent content, GameSettings settings) {
        int stackSize = settings.limits().stackSize();
        ItemCodec items = new ItemCodec(content, stackSize);
        this.players = new PlayerCodec(content, items);
        this.objects = new ObjectCodec(content, items, stackSize);
        this.monsters = new MonsterCodec(content, settings);
        this.ground = new GroundCodec(items);
    }

    void write(Game game, SnapshotCache cache, SnapshotOutput out) {
        out.number(game.id());
        out.number(game.hostId());
        writeProgress(game.saved(), out);
        players.write(game.players(), out);
        objects.write(game.objects(), cache.objects(), out);
        monsters.write(game, cache.monsters(), out);
        ground.write(game.ground(), out);
    }

    Game read(SnapshotInput in, GameClock clock, RandomGenerator random) throws IOException {
        int id = in.number();
        int hostId = in.number();
        Game.Saved saved = readProgress(in);
        List<Player> seats = players.read(in);
        GameObjects standing = objects.read(in);
        Game game = new Game(id, hostId, seats, standing, saved, clock, random);
        monsters.read(game, saved.nextMonsterId(), in);
        ground.read(game.ground(), in);
        return game;
    }

    private static void writeProgress(Game.Saved saved, SnapshotOutput out) {
        PhaseClock.Saved phase = saved.phase();
        out.bits(
                (phase.phase() == Phase.NIGHT ? NIGHT : 0)
                        | (saved.startedEpoch().isPresent() ? STARTED : 0)
                        | (saved.hostSimulates() ? HOST_SIMULATES : 0));
        out.number(phase.elapsed());
        out.since(phase.lastMillis());
        out.number(phase.plannedEnd());
        out.since(saved.createdAt());
        out.number(saved.createdEpoch());
        if (saved.startedEpoch().isPresent()) {
            out.number(saved.startedEpoch().getAsLong());
        }
        out.number(saved.waveNumber());
        out.number(saved.nightsSurvived());
        out.number(saved.nextMonsterId());
        out.number(saved.tickNumber());
        out.since(saved.lastMonsterStepAt());
        out.since(saved.lastSimulationAt());
    }

    private static Game.Saved readProgress(SnapshotInput in) throws IOException {
        int bits = in.bits();
        PhaseClock.Saved phase =
                new PhaseClock.Saved(
                        (bits & NIGHT) == 0 ? Phase.DAY : Phase.NIGHT,
                        in.longNumber(),
                        in.since(),
                        in.longNumber());
        return new Game.Saved(
                phase,
                in.since(),
                in.longNumber(),
                (bits & STARTED) == 0 ? OptionalLong.empty() : OptionalLong.of(in.longNumber()),
                in.number(),
                in.number(),
                in.number(1, MOST_MONSTER_IDS),
                (bits & HOST_SIMULATES) != 0,
                in.longNumber(),
                in.since(),
                in.since());
    }
}
