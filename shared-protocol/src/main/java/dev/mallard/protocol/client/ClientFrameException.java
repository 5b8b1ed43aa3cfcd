package dev.mallard.protocol.client;

import dev.mallard.transport.FrameException;

/** A client sent bytes after which no further frame can be read; its connection is to be closed. */
public final class ClientFrameException extends FrameException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the frame. */
    public enum Fault {
        /** The version differs from the one the server speaks. */
        WRONG_VERSION,
        /** The announced payload is larger than the sender may send. */
        FRAME_TOO_LARGE
    }

    private final Fault fault;

    public ClientFrameException(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
