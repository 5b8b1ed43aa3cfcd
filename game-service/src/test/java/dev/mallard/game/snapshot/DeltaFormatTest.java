package dev.mallard.game.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/** A delta of a text of ten letters, right and wrong. */
class DeltaFormatTest {

    private static final byte[] BASE = whole("abcdefghij");

    private static byte[] whole(String text) {
        SnapshotOutput out = new SnapshotOutput(0, 16);
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.bytes(bytes, 0, bytes.length);
        return out.finish();
    }

    /** Numbers of pieces as they are written, then what is new. */
    private static byte[] delta(String fresh, int count, int... numbers) {
        SnapshotOutput out = new SnapshotOutput(0, 16);
        out.bits(GameSnapshots.VERSION);
        out.number(Checksum.of(BASE));
        out.number(count);
        for (int number : numbers) {
            out.number(number);
        }
        byte[] bytes = fresh.getBytes(StandardCharsets.US_ASCII);
        out.bytes(bytes, 0, bytes.length);
        return out.finish();
    }

    private static String applied(byte[] delta) {
        byte[] whole = DeltaFormat.apply(BASE, delta);
        assertThat(Checksum.isRight(whole)).isTrue();
        return new String(whole, 0, whole.length - Checksum.BYTES, StandardCharsets.US_ASCII);
    }

    private static void refused(byte[] delta) {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> DeltaFormat.apply(BASE, delta));
    }

    @Test
    void piecesGoBetweenWhatIsNew() {
        SnapshotOutput out = SnapshotOutput.delta(0, 1, BASE);
        out.bits('X');
        out.repeat(0, 2);
        out.repeat(2, 1);
        out.repeat(4, 0);
        out.bits('Y');
        out.bits('Z');
        out.repeat(5, 5);
        byte[] delta = out.finish();
        assertThat(delta).isEqualTo(delta("XYZ", 2, 1, 0, 3, 2, 2, 5));
        assertThat(applied(delta)).isEqualTo("XabcYZfghij");
    }

    @Test
    void whatFollowsInBothIsOnePiece() {
        SnapshotOutput out = SnapshotOutput.delta(0, 1, BASE);
        for (int at = 0; at < 10; at++) {
            out.repeat(at, 1);
        }
        assertThat(out.finish()).isEqualTo(delta("", 1, 0, 0, 10));
    }

    @Test
    void everythingMayBeNewAndNothing() {
        assertThat(applied(delta("new", 0))).isEqualTo("new");
        assertThat(applied(delta("", 0))).isEmpty();
        assertThat(applied(delta("", 1, 0, 0, 10))).isEqualTo("abcdefghij");
    }

    /** Each number in turn is as large as it can be, or negative. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, Integer.MAX_VALUE, -1})
    void numbersThatDoNotFitAreRefused(int wrong) {
        int[] sound = {1, 0, 3, 2, 2, 5};
        for (int place = 0; place < sound.length; place++) {
            int[] numbers = sound.clone();
            numbers[place] = wrong;
            refused(delta("XYZ", 2, numbers));
        }
        refused(delta("XYZ", Integer.MAX_VALUE, sound));
    }

    @ParameterizedTest
    @CsvSource({"0, 11", "1, 10", "10, 1", "0, 0", "11, 1"})
    void piecesThatAreNotThereAreRefused(int start, int length) {
        refused(delta("X", 1, 0, start, length));
    }

    @Test
    void moreThanWhatIsNewIsRefused() {
        assertThat(applied(delta("X", 1, 1, 0, 1))).isEqualTo("Xa");
        refused(delta("X", 1, 2, 0, 1));
    }

    @Test
    void anotherBaseIsRefused() {
        assertThatExceptionOfType(SnapshotException.class)
                .isThrownBy(() -> DeltaFormat.apply(whole("other"), delta("", 1, 0, 0, 1)));
    }

    /** Nothing but a refusal comes of nonsense, or no more bytes than both have. */
    @Test
    void nonsenseIsRefusedOrMakesBytes() {
        byte[] sound = delta("XYZ", 2, 1, 0, 3, 2, 2, 5);
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int mutation = 0; mutation < 20_000; mutation++) {
            byte[] nonsense = sound.clone();
            // Behind the version and the checksum of the base.
            for (int at = 6; at < nonsense.length; at++) {
                nonsense[at] = random.nextInt(3) == 0 ? (byte) random.nextInt() : nonsense[at];
            }
            try {
                assertThat(DeltaFormat.apply(BASE, nonsense).length)
                        .isLessThanOrEqualTo(BASE.length + nonsense.length);
            } catch (SnapshotException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1_000, 19_999);
    }
}
