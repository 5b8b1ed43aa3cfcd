package dev.mallard.transport;

import org.springframework.integration.ip.tcp.inbound.TcpReceivingChannelAdapter;
import org.springframework.messaging.Message;

/**
 * The receiving adapter of Spring Integration, dispatching each frame straight to a {@link
 * FrameHandler} instead of sending a message to a channel. Lifecycle, client mode and events are
 * the base class's. It needs no output channel.
 *
 * <p><b>As a bean:</b> set the connection factory; the adapter starts and stops it with the
 * context, and in client mode uses the context's task scheduler.
 *
 * <p><b>Without a context:</b> call {@link #setConnectionFactory}, then {@link #start} and {@link
 * #stop}. {@code afterPropertiesSet} is not needed. A factory publishes its events only when it was
 * given {@code setApplicationEventPublisher}. Client mode also needs {@code setTaskScheduler}.
 *
 * <p><b>Client mode</b> ({@code setClientMode(true)}, factory of the client kind) looks every
 * {@code setRetryInterval} milliseconds whether the connection is there, and opens it if not; {@code
 * retryConnection()} does so at once, in the calling thread, which must not be an event loop. Each
 * failed attempt is published as {@code TcpConnectionFailedEvent} and logged. Whoever wants a
 * back-off of his own leaves client mode off, starts the adapter, and calls {@link
 * NettyClientConnectionFactory#getConnection} whenever an attempt is due.
 */
public class NettyReceivingChannelAdapter extends TcpReceivingChannelAdapter
        implements NettyConnectionListener {

    private final FrameHandler handler;

    /**
     * @param handler gets the frames of all connections of the factory
     */
    public NettyReceivingChannelAdapter(FrameHandler handler) {
        this.handler = handler;
    }

    @Override
    public void onMessage(Message<?> message) {
        switch (message) {
            case FrameMessage frame -> handler.onFrame(frame.connection(), frame.getPayload());
            case DecodeFailureMessage failed ->
                    handler.onDecodeFailure(failed.connection(), failed.failure());
            default -> super.onMessage(message);
        }
    }

    @Override
    public void onOpen(NettyConnection connection) {
        handler.onOpen(connection);
    }

    @Override
    public void onClosed(NettyConnection connection) {
        handler.onClosed(connection);
    }

    @Override
    public void onWritabilityChanged(NettyConnection connection, boolean writable) {
        handler.onWritabilityChanged(connection, writable);
    }

    /** No output channel is needed, so there is nothing to check. */
    @Override
    public void afterSingletonsInstantiated() {}

    @Override
    public String getComponentType() {
        return "netty-inbound-channel-adapter";
    }
}
