package dev.mallard.game.snapshot;

import com.google.protobuf.CodedInputStream;

import java.io.IOException;

/**
 * A snapshot as what was written anew, and which pieces of a former one go between. In order: version, checksum
 * of the former one, number of pieces, and of each how much is new before it, how much of the former one is left
 * out before it, and its length; everything new; checksum.
 */
final class DeltaFormat {

    private static final int MOST_BYTES_OF_PIECE = 15;
    private static final int FIXED_BYTES = 20;

    private DeltaFormat() {}

    /**
     * @param base checksum of the former snapshot
     * @param copies its pieces
     * @param fresh what was written anew
     * @param length of that, bytes
     */
    static byte[] write(long base, Copies copies, byte[] fresh, int length) {
        int expected = FIXED_BYTES + copies.size() * MOST_BYTES_OF_PIECE + length;
        SnapshotOutput out = new SnapshotOutput(0, expected);
        out.bits(GameSnapshots.VERSION);
        out.number(base);
        out.number(copies.size());
        int at = 0;
        int end = 0;
        for (int index = 0; index < copies.size(); index++) {
            out.number(copies.at(index) - at);
            out.number(copies.start(index) - end);
            out.number(copies.length(index));
            at = copies.at(index);
            end = copies.start(index) + copies.length(index);
        }
        out.bytes(fresh, 0, length);
        return out.finish();
    }

    /**
     * The whole snapshot that a delta stands for.
     *
     * @param base a whole snapshot, sound
     * @param delta sound
     * @throws SnapshotException they do not go together
     */
    static byte[] apply(byte[] base, byte[] delta) {
        int end = delta.length - Checksum.BYTES;
        CodedInputStream in = CodedInputStream.newInstance(delta, 1, end - 1);
        try {
            if (in.readUInt64() != Checksum.of(base)) {
                throw new SnapshotException("delta of another snapshot");
            }
            Copies copies = readCopies(in, base.length - Checksum.BYTES);
            int fresh = 1 + in.getTotalBytesRead();
            return join(base, copies, delta, fresh, end);
        } catch (IOException e) {
            throw new SnapshotException("no delta of a snapshot: " + e.getMessage(), e);
        }
    }

    private static Copies readCopies(CodedInputStream in, int baseLength) throws IOException {
        Copies copies = new Copies();
        int at = 0;
        int end = 0;
        for (int left = in.readUInt32(); left > 0; left--) {
            at += in.readUInt32();
            int start = end + in.readUInt32();
            int length = in.readUInt32();
            if (start < end || length <= 0 || length > baseLength - start) {
                throw new SnapshotException("delta needs what is not there");
            }
            end = start + length;
            copies.add(at, start, length);
        }
        return copies;
    }

    private static byte[] join(byte[] base, Copies copies, byte[] delta, int fresh, int end) {
        SnapshotOutput out = new SnapshotOutput(0, base.length + delta.length);
        int at = fresh;
        for (int index = 0; index < copies.size(); index++) {
            int next = fresh + copies.at(index);
            if (next < at || next > end) {
                throw new SnapshotException("delta is shorter than it says");
            }
            out.bytes(delta, at, next - at);
            out.bytes(base, copies.start(index), copies.length(index));
            at = next;
        }
        out.bytes(delta, at, end - at);
        return out.finish();
    }
}
