package dev.mallard.transport;

/**
 * What an application does with the frames of its connections. Every method runs on the event loop
 * of the connection and must not block. What it throws is logged once per connection and otherwise
 * ignored, except that a connection whose {@link #onOpen} throws is closed.
 */
@FunctionalInterface
public interface FrameHandler {

    /**
     * A frame has arrived.
     *
     * @param connection where it came from
     * @param frame what the decoder returned; valid during this call only, so copy what has to
     *     leave it
     */
    void onFrame(NettyConnection connection, Object frame);

    /**
     * A connection is ready. Called once, before its first frame.
     *
     * @param connection the new connection
     */
    default void onOpen(NettyConnection connection) {}

    /**
     * A connection has ended, for whatever reason. Called once for each connection that was opened,
     * and nothing is called for it afterwards.
     *
     * @param connection the connection, which sends nothing any more
     */
    default void onClosed(NettyConnection connection) {}

    /**
     * The decoder has refused what the peer sent. Called at most once; whatever else arrives is
     * dropped. The connection stays open until it is closed here or later, so that a reason can
     * still be sent. Without an override it is closed at once.
     *
     * @param connection the connection
     * @param failure what was wrong
     */
    default void onDecodeFailure(NettyConnection connection, FrameException failure) {
        connection.close();
    }

    /**
     * The bytes that wait to be sent have crossed a water mark.
     *
     * @param connection the connection
     * @param writable false when they rose above the high mark, true when they fell below the low
     *     mark
     */
    default void onWritabilityChanged(NettyConnection connection, boolean writable) {}
}
