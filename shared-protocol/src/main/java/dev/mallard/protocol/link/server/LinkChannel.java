package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrame;

/** Where the frames of a link go. Any thread; nothing blocks. */
public interface LinkChannel {

    /** Sends a frame, which is copied before this returns; does nothing after the end of the channel. */
    void write(LinkFrame frame);

    /** Bytes that wait to be sent. */
    long pendingBytes();

    boolean isOpen();

    /** Ends the channel at once; what waits to be sent is lost. */
    void close();

    /** Sends what waits, for a second at most, then ends the channel. */
    void closeAfterFlush();
}
