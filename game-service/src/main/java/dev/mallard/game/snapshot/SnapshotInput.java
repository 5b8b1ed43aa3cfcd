package dev.mallard.game.snapshot;

import com.google.protobuf.CodedInputStream;

import dev.mallard.game.world.Body;
import dev.mallard.game.world.RateLimit;

import java.io.IOException;

/**
 * Reads what {@link SnapshotOutput} wrote. Every method throws {@link SnapshotException} when the
 * value is out of its range, and {@link IOException} when there is none.
 */
final class SnapshotInput {

    private final CodedInputStream in;
    private final long now;

    /**
     * @param now monotonic milliseconds that ages count from
     */
    SnapshotInput(CodedInputStream in, long now) {
        this.in = in;
        this.now = now;
    }

    int bits() throws IOException {
        return in.readRawByte() & 0xFF;
    }

    int number(int least, int most) throws IOException {
        int number = in.readUInt32();
        if (number < least || number > most) {
            throw new SnapshotException(number + " is not from " + least + " to " + most);
        }
        return number;
    }

    int number() throws IOException {
        return number(0, Integer.MAX_VALUE);
    }

    long longNumber() throws IOException {
        long number = in.readUInt64();
        if (number < 0) {
            throw new SnapshotException(number + " is below 0");
        }
        return number;
    }

    double real() throws IOException {
        double number = in.readDouble();
        if (!(number >= 0 && number <= Double.MAX_VALUE)) {
            throw new SnapshotException(number + " is below 0 or not finite");
        }
        return number;
    }

    float coordinate() throws IOException {
        float coordinate = in.readFloat();
        if (!Float.isFinite(coordinate)) {
            throw new SnapshotException("coordinate is not finite");
        }
        return coordinate;
    }

    String text() throws IOException {
        return in.readStringRequireUtf8();
    }

    long since() throws IOException {
        return now - longNumber();
    }

    /** Hurts an unhurt body until it has what was written; it may have had more. */
    void hitPoints(Body body, int least) throws IOException {
        int hitPoints = number(least, Integer.MAX_VALUE);
        body.hurt(Math.max(0, body.hitPoints() - hitPoints));
    }

    RateLimit limit() throws IOException {
        return bits() == 0 ? new RateLimit() : new RateLimit(real(), since());
    }
}
