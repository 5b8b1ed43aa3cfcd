package dev.mallard.transport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.integration.ip.tcp.connection.TcpListener;

import java.io.IOException;

/**
 * Calls the listener of one connection, and keeps what it throws from reaching the event loop. Used
 * by the loop only, except where said.
 */
final class ListenerCalls implements InboundFrames.FrameSink {

    private static final Logger LOG = LoggerFactory.getLogger(NettyConnection.class);

    private final NettyConnection connection;
    private final FrameMessage message;
    private volatile long failures;

    ListenerCalls(NettyConnection connection) {
        this.connection = connection;
        this.message = new FrameMessage(connection);
    }

    @Override
    public void frame(Object frame) {
        TcpListener listener = connection.getListener();
        if (listener == null) {
            return;
        }
        message.fill(frame);
        try {
            listener.onMessage(message);
        } catch (RuntimeException | Error e) {
            failed(e);
        } finally {
            message.clear();
        }
    }

    @Override
    public void refused(FrameException failure) {
        LOG.debug("{}: refused input: {}", connection, failure.getMessage());
        TcpListener listener = connection.getListener();
        if (listener != null) {
            guarded(() -> listener.onMessage(new DecodeFailureMessage(connection, failure)));
        }
        if (!(listener instanceof NettyConnectionListener)) {
            connection.close();
        }
    }

    @Override
    public void broken(Throwable cause) {
        if (cause instanceof FrameException || cause instanceof IOException) {
            LOG.debug("{}: {}", connection, cause.getMessage());
        } else {
            LOG.error("{}: the decoder failed", connection, cause);
        }
        connection.close();
    }

    /** False when the listener did not survive it. */
    boolean opened() {
        return !(connection.getListener() instanceof NettyConnectionListener listener)
                || guarded(() -> listener.onOpen(connection));
    }

    void closed() {
        if (connection.getListener() instanceof NettyConnectionListener listener) {
            guarded(() -> listener.onClosed(connection));
        }
    }

    void writabilityChanged(boolean writable) {
        if (connection.getListener() instanceof NettyConnectionListener listener) {
            guarded(() -> listener.onWritabilityChanged(connection, writable));
        }
    }

    /** True if the action ended normally. */
    boolean guarded(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RuntimeException | Error e) {
            failed(e);
            return false;
        }
    }

    private void failed(Throwable failure) {
        long count = failures + 1;
        failures = count;
        if (count == 1) {
            LOG.error(
                    "{}: the listener failed; later failures are only counted",
                    connection,
                    failure);
        }
    }

    /** Any thread may ask. */
    long failures() {
        return failures;
    }

    /** The frame that is being delivered. */
    @Nullable Object current() {
        return message.frame();
    }
}
