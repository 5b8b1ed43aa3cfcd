package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;

import java.nio.charset.StandardCharsets;

/** The client frame, as far as programs need it that only move it. */
public final class ClientWire {

    private static final byte[] VERSION = "1.0.0".getBytes(StandardCharsets.US_ASCII);
    private static final int LENGTH_OFFSET = 3 + VERSION.length;

    /** Bytes of a frame before its payload. */
    public static final int HEADER = LENGTH_OFFSET + Integer.BYTES;

    private ClientWire() {}

    public static void writeHeader(ByteBuf out, int packetType, int payloadLength) {
        out.writeShort(packetType);
        out.writeByte(VERSION.length);
        out.writeBytes(VERSION);
        out.writeInt(payloadLength);
    }

    /** The length of the payload of the frame at the reader index, or -1 if the frame is not complete. */
    public static int payloadLength(ByteBuf in) {
        if (in.readableBytes() < HEADER) {
            return -1;
        }
        int start = in.readerIndex();
        checkVersion(in, start);
        int length = in.getInt(start + LENGTH_OFFSET);
        return in.readableBytes() < HEADER + length ? -1 : length;
    }

    private static void checkVersion(ByteBuf in, int start) {
        boolean right = in.getByte(start + 2) == VERSION.length;
        for (int i = 0; right && i < VERSION.length; i++) {
            right = in.getByte(start + 3 + i) == VERSION[i];
        }
        if (!right) {
            throw new IllegalStateException("a client frame with a wrong version");
        }
    }
}
