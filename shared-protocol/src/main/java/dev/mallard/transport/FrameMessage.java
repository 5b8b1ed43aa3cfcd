package dev.mallard.transport;

import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * The message in which the frames of one connection are delivered, one after another. It is reused
 * for every frame and therefore valid during the listener call only. The headers are made when
 * somebody first asks for them, and carry neither id nor time stamp.
 */
final class FrameMessage implements Message<Object> {

    private final NettyConnection connection;
    private @Nullable Object frame;
    private @Nullable MessageHeaders headers;

    FrameMessage(NettyConnection connection) {
        this.connection = connection;
    }

    NettyConnection connection() {
        return connection;
    }

    void fill(Object newFrame) {
        frame = newFrame;
    }

    void clear() {
        frame = null;
    }

    @Nullable Object frame() {
        return frame;
    }

    @Override
    public Object getPayload() {
        Object current = frame;
        if (current == null) {
            throw new IllegalStateException("a frame is valid during its listener call only");
        }
        return current;
    }

    @Override
    public MessageHeaders getHeaders() {
        MessageHeaders known = headers;
        if (known == null) {
            known = new ConnectionHeaders(connection);
            headers = known;
        }
        return known;
    }
}
