package dev.mallard.game.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mallard.game.content.DropGrade;
import dev.mallard.game.content.Grade;
import dev.mallard.game.content.MonsterKind;
import dev.mallard.game.content.ObjectKind;
import dev.mallard.game.content.ObjectType;
import dev.mallard.game.content.Weapon;
import dev.mallard.game.content.WeaponType;
import dev.mallard.game.snapshot.GameSnapshots;
import dev.mallard.game.snapshot.SnapshotException;
import dev.mallard.game.support.TestSettings;
import dev.mallard.game.world.Game;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.Monster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/** Bytes from which no game can be restored, or none that was ever played. */
class DamagedSnapshotTest {

    private static final int MUTATIONS = 5_000;
    private static final int CHECKSUM = 4;

    private final Match match = new Match(TestSettings.defaults(), 4, 1);
    private final GameSnapshots snapshots =
            new GameSnapshots(Match.CONTENT, TestSettings.defaults(), match.rules);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsDamagedIsFound(long seed) {
        byte[] sound = played();
        RandomGenerator random = Match.random(seed);
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] damaged = damage(sound, random);
            if (!Arrays.equals(damaged, sound)) {
                refused(damaged, "");
            }
        }
    }

    /** The checksum is right, so that the damage gets as far as it can. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nonsenseIsRefusedOrMakesAGame(long seed) {
        byte[] sound = played();
        RandomGenerator random = Match.random(seed);
        int refused = 0;
        int games = 0;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] nonsense = withChecksum(damage(sound, random));
            try {
                Game game = restore(nonsense);
                assertThat(snapshots.encode(game)).isNotEmpty();
                games++;
            } catch (SnapshotException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(MUTATIONS / 10);
        assertThat(games).isPositive();
    }

    @Test
    void everyCutIsFound() {
        byte[] sound = played();
        for (int length = 0; length < sound.length; length++) {
            byte[] cut = Arrays.copyOf(sound, length);
            refused(cut, "");
            if (length >= CHECKSUM) {
                refused(withChecksum(cut), "");
            }
        }
    }

    @Test
    void otherVersionsAreRefused() {
        byte[] snapshot = played();
        for (int version : new int[] {0, 1, 2, 4, 127, 255}) {
            snapshot[0] = (byte) version;
            refused(withChecksum(snapshot), "version");
        }
    }

    @Test
    void moreThanAGameIsRefused() {
        byte[] sound = played();
        byte[] longer = Arrays.copyOf(sound, sound.length + 1);
        refused(withChecksum(longer), "more");
        refused(withChecksum(Arrays.copyOf(sound, 5 << 20)), "bytes");
        refused(new byte[0], "bytes");
    }

    @Test
    void contentThatIsNotThereIsRefused() {
        match.give(match.host(), 100_301, 1);
        refused(snapshots.encode(match.game), "item 100301");
        match.host().inventory().remove(100_301, 1);

        match.lay(new GroundItem(9_999, 1, 0, 0));
        refused(snapshots.encode(match.game), "item 9999");
        match.game.ground().remove(new GroundItem(9_999, 1, 0, 0));

        match.host().equipment().weapon(unknownWeapon());
        refused(snapshots.encode(match.game), "wear 200");
        match.host().equipment().weapon(null);

        Monster monster = new Monster(match.game.reserveMonsterId(), unknownKind(), false);
        match.game.monsters().add(monster);
        refused(snapshots.encode(match.game), "monster kind 300");
        match.game.monsters().remove(monster);

        match.game.objects().place(unknownObject(), 1, 1);
        refused(snapshots.encode(match.game), "object kind 999");
    }

    @Test
    void thereIsNoSnapshotOfAnEndedGame() {
        match.rules.stop(match.game);
        assertThatIllegalStateException().isThrownBy(() -> snapshots.encode(match.game));
    }

    private byte[] played() {
        RandomPlayers players = new RandomPlayers(match, Match.random(7));
        players.start();
        for (int action = 0; action < 1_500; action++) {
            players.act();
        }
        return snapshots.encode(match.game);
    }

    private Game restore(byte[] snapshot) {
        return snapshots.restore(snapshot, match.clock, Match.random(1));
    }

    private void refused(byte[] snapshot, String why) {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> restore(snapshot))
                .withMessageContaining(why);
    }

    /** A few bytes changed, a part missing, or a part twice; the first byte, the version, stays. */
    private static byte[] damage(byte[] sound, RandomGenerator random) {
        int from = random.nextInt(1, sound.length);
        int length = random.nextInt(Math.min(20, sound.length - from) + 1);
        return switch (random.nextInt(4)) {
            case 0 -> join(sound, from, from + length);
            case 1 -> join(sound, from + length, from);
            default -> {
                byte[] damaged = sound.clone();
                for (int change = random.nextInt(4); change >= 0; change--) {
                    int at = random.nextInt(1, sound.length - CHECKSUM);
                    damaged[at] =
                            (byte)
                                    (random.nextBoolean()
                                            ? random.nextInt()
                                            : damaged[at] ^ 1 << random.nextInt(8));
                }
                yield damaged;
            }
        };
    }

    /** The bytes up to one place, and those from another. */
    private static byte[] join(byte[] bytes, int to, int from) {
        ByteBuffer joined = ByteBuffer.allocate(to + bytes.length - from);
        return joined.put(bytes, 0, to).put(bytes, from, bytes.length - from).array();
    }

    private static byte[] withChecksum(byte[] bytes) {
        byte[] fitting = bytes.clone();
        CRC32C checksum = new CRC32C();
        checksum.update(fitting, 0, fitting.length - CHECKSUM);
        ByteBuffer.wrap(fitting)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(fitting.length - CHECKSUM, (int) checksum.getValue());
        return fitting;
    }

    private static Weapon unknownWeapon() {
        return new Weapon(200, "Feather", WeaponType.SWORD, Grade.COMMON, 1, 1, 1, 199, false);
    }

    private static MonsterKind unknownKind() {
        return new MonsterKind(300, "Ghost", 1, 1, 1, 1, 1, DropGrade.D, 1, 1, 1, false);
    }

    private static ObjectKind unknownObject() {
        return new ObjectKind(999, "Gate", ObjectType.WALL, 1, null, List.of(), 1);
    }
}
