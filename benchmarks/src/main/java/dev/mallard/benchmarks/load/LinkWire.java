package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;

/** The frames of the link protocol that programs need which only move them. */
public final class LinkWire {

    public static final int REQUEST = 1;
    public static final int DELIVERY = 2;
    public static final int CONTROL = 4;
    public static final int ANSWER = 5;

    /** Bytes of a request after the length field and before the payload. */
    public static final int REQUEST_HEADER = 1 + 2 + 4 + 8;

    /** Bytes of a delivery after the length field and before the recipients. */
    public static final int DELIVERY_HEADER = 1 + 2 + 2;

    /** Bytes of an answer after the length field and before the payload. */
    public static final int ANSWER_HEADER = 1 + 2 + 1 + 4 + 8;

    /** Where the user is in an answer, bytes after the length field. */
    public static final int ANSWER_USER = 1 + 2 + 1;

    private LinkWire() {}

    /** The length of the frame at the reader index after its length field, or -1 if it is not complete. */
    public static int frameLength(ByteBuf in) {
        if (in.readableBytes() < Integer.BYTES) {
            return -1;
        }
        int length = in.getInt(in.readerIndex());
        return in.readableBytes() < Integer.BYTES + length ? -1 : length;
    }
}
