package dev.mallard.game.snapshot;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.content.MonsterKind;
import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.world.ChangeCounts;
import dev.mallard.game.world.Core;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.Monster;
import dev.mallard.game.world.Monsters;
import dev.mallard.game.world.PendingWave;
import dev.mallard.game.world.Player;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads the living monsters in the order of their ids, of which only what is not as usual
 * takes space; which of them wait to be reported as moved; and the wave that waits for its places.
 */
final class MonsterCodec {

    private static final int GAP = 1;
    private static final int KIND = 2;
    private static final int WAVE = 4;
    private static final int DAMAGED = 8;
    private static final int ABROAD = 16;
    private static final int TARGET = 32;
    private static final int RESTING = 64;
    private static final int FOUGHT = 128;

    private final GameContent content;
    private final TargetCodec targets;
    private final MonsterHits hits;

    MonsterCodec(GameContent content, GameSettings settings) {
        this.content = content;
        this.targets = new TargetCodec(content.player(), settings.limits().stackSize());
        this.hits = new MonsterHits(settings);
    }

    void write(Game game, BlockCache cache, SnapshotOutput out) {
        Monsters monsters = game.monsters();
        out.number(monsters.size());
        long horizon = hits.horizon(game.now());
        cache.write(monsters.changes(), out, block -> writeBlock(game, block, horizon, out));
        writeMoved(monsters.moved(), out);
        writeWave(game.pendingWave(), out);
    }

    void read(Game game, int nextId, SnapshotInput in) throws IOException {
        int left = in.number();
        int end = 0;
        while (left > 0) {
            int block = in.number(end, nextId / ChangeCounts.BLOCK);
            int living = in.number(1, Math.min(left, ChangeCounts.BLOCK));
            end = block + 1;
            readBlock(game, block, living, nextId, in);
            left -= living;
        }
        readMoved(game.monsters(), in);
        game.pendingWave(readWave(game.monsters(), nextId, in));
    }

    /**
     * Writes the living monsters of a block, if there are any, independently of those before.
     *
     * @return whether all of it stays right until one of them changes
     */
    private boolean writeBlock(Game game, int block, long horizon, SnapshotOutput out) {
        int first = block * ChangeCounts.BLOCK;
        int end = first + ChangeCounts.BLOCK;
        int living = game.monsters().countBetween(first, end);
        if (living == 0) {
            return true;
        }
        out.number(block);
        out.number(living);
        boolean calm = true;
        int previousId = first - 1;
        int previousCode = 0;
        for (int id = first; id < end; id++) {
            Monster monster = game.monsters().find(id);
            if (monster != null) {
                write(game, monster, previousId, previousCode, horizon, out);
                calm &= monster.target() == null && !monster.foughtSince(horizon);
                previousId = id;
                previousCode = monster.kind().code();
            }
        }
        return calm;
    }

    private void readBlock(Game game, int block, int living, int nextId, SnapshotInput in)
            throws IOException {
        int id = block * ChangeCounts.BLOCK - 1;
        int end = Math.min(nextId, id + 1 + ChangeCounts.BLOCK);
        int code = 0;
        for (int left = living; left > 0; left--) {
            int bits = in.bits();
            id += (bits & GAP) == 0 ? 1 : in.number(2, ChangeCounts.BLOCK);
            if (id >= end) {
                throw new SnapshotException("monster id " + id + " was not given out");
            }
            code = (bits & KIND) == 0 ? code : in.number();
            game.monsters().add(readMonster(game, id, kind(code), bits, in));
        }
    }

    private void write(
            Game game,
            Monster monster,
            int previousId,
            int previousCode,
            long horizon,
            SnapshotOutput out) {
        int id = monster.id();
        int code = monster.kind().code();
        Core core = game.objects().core();
        float usualHomeX = monster.wave() ? core.x() : monster.x();
        float usualHomeY = monster.wave() ? core.y() : monster.y();
        boolean abroad = !same(monster.homeX(), usualHomeX) || !same(monster.homeY(), usualHomeY);
        boolean damaged = monster.damaged();
        boolean resting = monster.coolDownMillis() > 0;
        boolean fought = MonsterHits.any(monster, game.players(), horizon);
        Player target = monster.target();
        out.bits(
                (id == previousId + 1 ? 0 : GAP)
                        | (code == previousCode ? 0 : KIND)
                        | (monster.wave() ? WAVE : 0)
                        | (damaged ? DAMAGED : 0)
                        | (abroad ? ABROAD : 0)
                        | (target != null ? TARGET : 0)
                        | (resting ? RESTING : 0)
                        | (fought ? FOUGHT : 0));
        if (id != previousId + 1) {
            out.number(id - previousId);
        }
        if (code != previousCode) {
            out.number(code);
        }
        out.point(monster.x(), monster.y());
        if (fought) {
            out.limit(MonsterHits.displays(monster, horizon));
        }
        if (abroad) {
            out.point(monster.homeX(), monster.homeY());
        }
        if (damaged) {
            out.number(monster.hitPoints());
        }
        if (resting) {
            out.number(monster.coolDownMillis());
        }
        if (target != null) {
            targets.write(target, game.players(), out);
        }
        if (fought) {
            MonsterHits.write(monster, game.players(), horizon, out);
        }
    }

    private Monster readMonster(Game game, int id, MonsterKind kind, int bits, SnapshotInput in)
            throws IOException {
        float x = in.coordinate();
        float y = in.coordinate();
        boolean wave = (bits & WAVE) != 0;
        boolean fought = (bits & FOUGHT) != 0;
        Core core = game.objects().core();
        Monster monster = new Monster(id, kind, wave);
        monster.moveTo(x, y);
        if (fought) {
            monster.displays(in.limit());
        }
        if ((bits & ABROAD) != 0) {
            monster.home(in.coordinate(), in.coordinate());
        } else {
            monster.home(wave ? core.x() : x, wave ? core.y() : y);
        }
        if ((bits & DAMAGED) != 0) {
            in.hitPoints(monster, 1);
        }
        if ((bits & RESTING) != 0) {
            monster.coolDownMillis(in.number());
        }
        if ((bits & TARGET) != 0) {
            monster.target(targets.read(game, in));
        }
        if (fought) {
            MonsterHits.read(monster, game.players(), in);
        }
        return monster;
    }

    /** Bit for bit, so that a home of -0 does not become one of 0. */
    private static boolean same(float one, float other) {
        return Float.floatToRawIntBits(one) == Float.floatToRawIntBits(other);
    }

    private static void writeMoved(List<Monster> moved, SnapshotOutput out) {
        out.number(moved.size());
        for (int index = 0; index < moved.size(); index++) {
            out.number(moved.get(index).id());
        }
    }

    private static void readMoved(Monsters monsters, SnapshotInput in) throws IOException {
        for (int left = in.number(); left > 0; left--) {
            int id = in.number();
            Monster monster = monsters.find(id);
            if (monster == null) {
                throw new SnapshotException("there is no monster " + id + " that moved");
            }
            monsters.markMoved(monster);
        }
    }

    private static void writeWave(@Nullable PendingWave wave, SnapshotOutput out) {
        out.number(wave == null ? 0 : wave.size());
        if (wave != null) {
            out.since(wave.announcedAt());
            for (Map.Entry<Integer, MonsterKind> waiting : wave.waiting().entrySet()) {
                out.number(waiting.getKey());
                out.number(waiting.getValue().code());
            }
        }
    }

    private @Nullable PendingWave readWave(Monsters living, int nextId, SnapshotInput in)
            throws IOException {
        int size = in.number();
        if (size == 0) {
            return null;
        }
        PendingWave wave = new PendingWave(in.since());
        for (int left = size; left > 0; left--) {
            int id = in.number(1, nextId - 1);
            if (living.find(id) != null) {
                throw new SnapshotException("monster " + id + " lives and waits for its place");
            }
            wave.add(id, kind(in.number()));
        }
        return wave;
    }

    private MonsterKind kind(int code) {
        MonsterKind kind = content.monster(code);
        if (kind == null) {
            throw new SnapshotException("there is no monster kind " + code);
        }
        return kind;
    }
}
