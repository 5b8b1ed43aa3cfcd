package dev.mallard.transport;

import org.springframework.messaging.support.ErrorMessage;

/** The error message in which a listener learns that the decoder has refused the peer's bytes. */
final class DecodeFailureMessage extends ErrorMessage {

    private static final long serialVersionUID = 1L;

    private final transient NettyConnection connection;
    private final FrameException failure;

    DecodeFailureMessage(NettyConnection connection, FrameException failure) {
        super(failure, new ConnectionHeaders(connection));
        this.connection = connection;
        this.failure = failure;
    }

    NettyConnection connection() {
        return connection;
    }

    FrameException failure() {
        return failure;
    }
}
