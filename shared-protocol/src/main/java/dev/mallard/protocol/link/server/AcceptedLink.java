package dev.mallard.protocol.link.server;

import dev.mallard.transport.NettyConnection;

import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

/** What the server remembers of one connection: its state on the way from accepted to open. Event loop. */
final class AcceptedLink {

    private final NettyConnection connection;
    private @Nullable GatewayLink link;
    private @Nullable ScheduledFuture<?> timer;
    private long lastReceivedNanos;

    AcceptedLink(NettyConnection connection, long nowNanos) {
        this.connection = connection;
        this.lastReceivedNanos = nowNanos;
    }

    NettyConnection connection() {
        return connection;
    }

    /** The link, once the handshake is through. */
    @Nullable GatewayLink link() {
        return link;
    }

    void opened(GatewayLink link) {
        this.link = link;
    }

    /** Replaces the timer that is running for this connection. */
    void timer(@Nullable ScheduledFuture<?> next) {
        if (timer != null) {
            timer.cancel(false);
        }
        timer = next;
    }

    void received(long nowNanos) {
        lastReceivedNanos = nowNanos;
    }

    long silentNanos(long nowNanos) {
        return nowNanos - lastReceivedNanos;
    }
}
