package dev.mallard.game.snapshot;

import com.google.protobuf.CodedInputStream;

import dev.mallard.game.content.GameContent;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.rules.GameSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GameClock;

import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * A live game as bytes, and back. Stateless; any thread, as long as nobody else uses the game.
 *
 * <p>A snapshot has everything that the rules look at. Monotonic times are in it as ages, so that it
 * can be restored on another machine; epoch times stay as they are. Not in it are who is connected
 * and what anybody has open: in a restored game everybody is away since the restoration, and the
 * players come back as after a lost connection. Content is in it by its codes, so that figures of
 * the tables may change in between, but nothing that a game uses may be gone.
 *
 * <p>The first byte is the version, the last four are a checksum (CRC-32C, little-endian) of what is
 * before them. A delta has the same, and goes with one whole snapshot.
 */
public final class GameSnapshots {

    /** Version of the format; nothing else is read. To be raised with every change of it. */
    static final int VERSION = 3;

    /** Far above what the largest game takes. */
    static final int MOST_BYTES = 4 << 20;

    private final GameCodec codec;
    private final GameRules rules;

    /**
     * @param content what snapshots may name
     * @param settings how much fits where, and how long hits matter
     * @param rules the rules by which restored games are played
     */
    public GameSnapshots(GameContent content, GameSettings settings, GameRules rules) {
        this.codec = new GameCodec(content, settings);
        this.rules = rules;
    }

    /**
     * The whole state of a game. On the game's thread.
     *
     * @throws IllegalStateException when the game has ended
     */
    public byte[] encode(Game game) {
        return encode(game, new SnapshotCache()).bytes();
    }

    /**
     * The state of a game in a fraction of the time and space, once the store has a whole snapshot. On the game's
     * thread.
     *
     * @param cache used for this game only
     * @throws IllegalStateException when the game has ended
     */
    public Snapshot encode(Game game, SnapshotCache cache) {
        SnapshotOutput out = cache.begin(game);
        out.bits(VERSION);
        codec.write(game, cache, out);
        return cache.finish(out);
    }

    /**
     * The whole snapshot that a delta makes out of a former one.
     *
     * @throws SnapshotException unreadable, other version, or they do not go together
     */
    public static byte[] apply(byte[] whole, byte[] delta) {
        check(whole);
        check(delta);
        return DeltaFormat.apply(whole, delta);
    }

    /**
     * A game that goes on where the snapshot was taken, with everybody away.
     *
     * @param clock time of the restored game
     * @param random source of every random decision from now on
     * @throws SnapshotException unreadable, other version, or names content that is not there
     */
    public Game restore(byte[] snapshot, GameClock clock, RandomGenerator random) {
        check(snapshot);
        CodedInputStream in =
                CodedInputStream.newInstance(snapshot, 1, snapshot.length - 1 - Checksum.BYTES);
        try {
            Game game = codec.read(new SnapshotInput(in, clock.elapsedMillis()), clock, random);
            if (!in.isAtEnd()) {
                throw new SnapshotException("more in the snapshot than a game");
            }
            rules.allAway(game, (_, _) -> {});
            return game;
        } catch (IOException | IllegalArgumentException | IllegalStateException e) {
            throw new SnapshotException("no game in the snapshot: " + e.getMessage(), e);
        }
    }

    private static void check(byte[] snapshot) {
        if (snapshot.length <= 1 + Checksum.BYTES || snapshot.length > MOST_BYTES) {
            throw new SnapshotException("no snapshot has " + snapshot.length + " bytes");
        }
        if (snapshot[0] != VERSION) {
            throw new SnapshotException(
                    "snapshot of version " + snapshot[0] + ", can read " + VERSION);
        }
        if (!Checksum.isRight(snapshot)) {
            throw new SnapshotException("snapshot is damaged");
        }
    }
}
