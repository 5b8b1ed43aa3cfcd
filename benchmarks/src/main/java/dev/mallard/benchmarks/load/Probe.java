package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;

/**
 * The payload of the load: what a client sends to the service, and gets back. No gateway reads it.
 *
 * <pre>
 * u8 recipients | u16 reserved | u8 reserved | i32 client | i32 sequence | i64 due, nanoseconds | padding
 * </pre>
 *
 * The service answers the sender alone if there is one recipient, and otherwise sends a notification to the
 * sender and the clients that follow it.
 */
final class Probe {

    /** Recipients that say: the sender introduces itself, and the service may learn who it is. */
    static final int INTRODUCTION = 0;

    static final int RECIPIENTS = 0;
    static final int CLIENT = 4;
    static final int SEQUENCE = 8;
    static final int DUE = 12;

    /** The smallest payload, bytes. */
    static final int MIN_LENGTH = 20;

    private Probe() {}

    static void write(ByteBuf out, int length, int recipients, int client, int sequence, long due) {
        out.writeInt(recipients << 24);
        out.writeInt(client);
        out.writeInt(sequence);
        out.writeLong(due);
        out.writeZero(length - MIN_LENGTH);
    }
}
