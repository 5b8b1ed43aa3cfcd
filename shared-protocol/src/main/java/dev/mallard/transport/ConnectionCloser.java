package dev.mallard.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The two ways of closing a connection. Used by the event loop only. */
final class ConnectionCloser {

    private final ChannelHandlerContext context;
    private final InboundFrames inbound;
    private final OutboundFrames outbound;
    private @Nullable ScheduledFuture<?> deadline;

    ConnectionCloser(
            ChannelHandlerContext context, InboundFrames inbound, OutboundFrames outbound) {
        this.context = context;
        this.inbound = inbound;
        this.outbound = outbound;
    }

    void closeNow() {
        inbound.discard();
        outbound.end();
        context.close();
        if (context.channel().isOpen()) {
            // TLS waits for its last record to be taken, which a peer that does not read never
            // does.
            context.pipeline().firstContext().close();
        }
    }

    void closeAfterFlush(Duration atMost) {
        if (outbound.hasEnded()) {
            return;
        }
        inbound.discard();
        // Reading goes on, since that is how the end of the peer is noticed.
        context.channel().config().setAutoRead(true);
        outbound.end();
        deadline =
                context.executor().schedule(this::closeNow, atMost.toNanos(), TimeUnit.NANOSECONDS);
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> endOutput());
    }

    private void endOutput() {
        SslHandler tls = context.pipeline().get(SslHandler.class);
        if (tls == null) {
            shutdownOutput();
        } else {
            // TLS says so itself before TCP does.
            tls.closeOutbound().addListener(sent -> shutdownOutput());
        }
    }

    private void shutdownOutput() {
        if (context.channel() instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            context.close();
        }
    }

    /** The channel is closed: nothing is left to wait for. */
    void done() {
        ScheduledFuture<?> pending = deadline;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
