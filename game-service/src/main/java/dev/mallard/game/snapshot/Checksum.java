package dev.mallard.game.snapshot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The last four bytes of everything that is kept: CRC-32C, little-endian, of all that is before them. */
final class Checksum {

    static final int BYTES = Integer.BYTES;

    private Checksum() {}

    /** The checksum of the first bytes. */
    static int over(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }

    /** The checksum at the end, right or not; 0 to 2<sup>32</sup> - 1. */
    static long of(byte[] kept) {
        int value =
                ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).getInt(kept.length - BYTES);
        return Integer.toUnsignedLong(value);
    }

    static boolean isRight(byte[] kept) {
        return Integer.toUnsignedLong(over(kept, kept.length - BYTES)) == of(kept);
    }
}
