package dev.mallard.transport;

import org.springframework.integration.ip.tcp.connection.TcpListener;

/**
 * A TCP listener that also follows the life of its connections. When the listener registered with a
 * connection factory implements this interface, the methods are called on the event loop of the
 * connection, and a decode failure, which arrives in {@link #onMessage} as an error message with a
 * {@link FrameException}, leaves the closing of the connection to the listener.
 */
public interface NettyConnectionListener extends TcpListener {

    /**
     * Called once per connection, before its first message.
     *
     * @param connection the new connection
     */
    void onOpen(NettyConnection connection);

    /**
     * Called once per opened connection, after its last message.
     *
     * @param connection the connection that has ended
     */
    void onClosed(NettyConnection connection);

    /**
     * Called when the bytes that wait to be sent cross a water mark.
     *
     * @param connection the connection
     * @param writable whether more should be sent now
     */
    void onWritabilityChanged(NettyConnection connection, boolean writable);
}
