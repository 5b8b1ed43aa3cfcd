package dev.mallard.game.snapshot;

import com.google.protobuf.CodedOutputStream;

import dev.mallard.game.world.RateLimit;

import java.io.IOException;

/** Writes values one after another, without anything between them. */
final class SnapshotOutput {

    private final CodedOutputStream out;
    private final long now;

    /**
     * @param now monotonic milliseconds that ages count from
     */
    SnapshotOutput(CodedOutputStream out, long now) {
        this.out = out;
        this.now = now;
    }

    /** A byte of single bits. */
    void bits(int bits) throws IOException {
        out.writeRawByte(bits);
    }

    /** A number from 0; the smaller, the shorter. */
    void number(int number) throws IOException {
        out.writeUInt32NoTag(number);
    }

    /** A long number from 0; the smaller, the shorter. */
    void number(long number) throws IOException {
        out.writeUInt64NoTag(number);
    }

    /** A number with a fraction, exactly. */
    void real(double number) throws IOException {
        out.writeDoubleNoTag(number);
    }

    /** A point of the world, bit for bit. */
    void point(float x, float y) throws IOException {
        out.writeFloatNoTag(x);
        out.writeFloatNoTag(y);
    }

    void text(String text) throws IOException {
        out.writeStringNoTag(text);
    }

    /** A monotonic time that is not in the future, as an age. */
    void since(long time) throws IOException {
        number(now - time);
    }

    /** A limit; one byte if it was never used. */
    void limit(RateLimit limit) throws IOException {
        bits(limit.level() > 0 ? 1 : 0);
        if (limit.level() > 0) {
            real(limit.level());
            since(limit.lastMillis());
        }
    }
}
