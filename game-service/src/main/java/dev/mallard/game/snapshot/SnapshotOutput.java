package dev.mallard.game.snapshot;

import dev.mallard.game.world.RateLimit;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values one after another, without anything between them, in the encodings of protobuf, so that
 * its {@code CodedInputStream} reads them. Its {@code CodedOutputStream} takes a third more time, and
 * every live game is written once a second.
 */
final class SnapshotOutput {

    private static final VarHandle INTS =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Longest of the values that have a largest length. */
    private static final int LONGEST = 10;

    private final long now;
    private final byte[] former;
    private final @Nullable Copies copies;
    private byte[] bytes;
    private int size;

    /**
     * @param now monotonic milliseconds that ages count from
     * @param expectedSize bytes; more will fit
     */
    SnapshotOutput(long now, int expectedSize) {
        this(now, expectedSize, new byte[0], null);
    }

    private SnapshotOutput(long now, int expectedSize, byte[] former, @Nullable Copies copies) {
        this.now = now;
        this.bytes = new byte[expectedSize];
        this.former = former;
        this.copies = copies;
    }

    /** For a whole snapshot, into which pieces of a former one may be copied. */
    static SnapshotOutput whole(long now, int expectedSize, byte[] former) {
        return new SnapshotOutput(now, expectedSize, former, null);
    }

    /** For what is new since a former snapshot. */
    static SnapshotOutput delta(long now, int expectedSize, byte[] former) {
        return new SnapshotOutput(now, expectedSize, former, new Copies());
    }

    boolean isDelta() {
        return copies != null;
    }

    /** A byte of single bits. */
    void bits(int bits) {
        makeRoom(1);
        bytes[size++] = (byte) bits;
    }

    /** A number from 0; the smaller, the shorter. */
    void number(int number) {
        makeRoom(LONGEST);
        int rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A long number from 0; the smaller, the shorter. */
    void number(long number) {
        makeRoom(LONGEST);
        long rest = number;
        while ((rest & ~0x7F) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number with a fraction, exactly. */
    void real(double number) {
        makeRoom(Long.BYTES);
        LONGS.set(bytes, size, Double.doubleToRawLongBits(number));
        size += Long.BYTES;
    }

    /** A point of the world, bit for bit. */
    void point(float x, float y) {
        makeRoom(2 * Integer.BYTES);
        INTS.set(bytes, size, Float.floatToRawIntBits(x));
        INTS.set(bytes, size + Integer.BYTES, Float.floatToRawIntBits(y));
        size += 2 * Integer.BYTES;
    }

    void text(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        bytes(encoded, 0, encoded.length);
    }

    /** What was written before. */
    void bytes(byte[] written, int start, int length) {
        makeRoom(length);
        System.arraycopy(written, start, bytes, size, length);
        size += length;
    }

    /** A piece of the former snapshot. */
    void repeat(int start, int length) {
        if (copies == null) {
            bytes(former, start, length);
        } else if (length > 0) {
            copies.add(size, start, length);
        }
    }

    /** Number of bytes so far, in a delta of those that are new. */
    int size() {
        return size;
    }

    /** A monotonic time that is not in the future, as an age. */
    void since(long time) {
        number(now - time);
    }

    /** A limit; one byte if it was never used. */
    void limit(RateLimit limit) {
        boolean used = limit.level() > 0;
        bits(used ? 1 : 0);
        if (used) {
            real(limit.level());
            since(limit.lastMillis());
        }
    }

    /** Everything that was written, and after it its checksum. */
    byte[] finish() {
        if (copies != null) {
            return DeltaFormat.write(Checksum.of(former), copies, bytes, size);
        }
        makeRoom(Checksum.BYTES);
        INTS.set(bytes, size, Checksum.over(bytes, size));
        size += Checksum.BYTES;
        return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
    }

    private void makeRoom(int length) {
        if (bytes.length - size < length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
    }
}
