package dev.mallard.transport;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
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
        Channel channel = context.channel();
        if (channel.pipeline().get(SslHandler.class) == null
                && channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        } else {
            // TLS ends with an alert of its own, which the close sends.
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
