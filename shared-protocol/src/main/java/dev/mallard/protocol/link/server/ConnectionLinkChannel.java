package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.transport.NettyConnection;

import java.time.Duration;

/** A link channel on a connection. */
record ConnectionLinkChannel(NettyConnection connection) implements LinkChannel {

    private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(1);

    @Override
    public void write(LinkFrame frame) {
        connection.write(frame);
    }

    @Override
    public long pendingBytes() {
        return connection.pendingBytes();
    }

    @Override
    public boolean isOpen() {
        return connection.isOpen();
    }

    @Override
    public void close() {
        connection.close();
    }

    @Override
    public void closeAfterFlush() {
        connection.closeAfterFlush(FLUSH_TIMEOUT);
    }
}
