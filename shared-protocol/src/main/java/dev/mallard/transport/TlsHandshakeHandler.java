package dev.mallard.transport;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.AttributeKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Starts TLS when the channel is active, and holds the opening of the connection back until the
 * handshake is done. It removes itself then; after a failure it stays, and keeps what TLS has to
 * say about it from the handlers behind.
 */
final class TlsHandshakeHandler extends ChannelInboundHandlerAdapter {

    /** Set on a channel whose handshake has failed. */
    static final AttributeKey<TlsFailure> FAILURE =
            AttributeKey.valueOf(TlsHandshakeHandler.class, "FAILURE");

    private static final Logger LOG = LoggerFactory.getLogger(TlsHandshakeHandler.class);

    private final Function<ByteBufAllocator, SslHandler> handlers;
    private final Consumer<TlsFailure> failures;

    TlsHandshakeHandler(
            Function<ByteBufAllocator, SslHandler> handlers, Consumer<TlsFailure> failures) {
        this.handlers = handlers;
        this.failures = failures;
    }

    /** Not passed on: the connection opens after the handshake. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        SslHandler tls = handlers.apply(context.alloc());
        // Only now, since what comes before (such as a PROXY header) is not encrypted.
        context.pipeline().addBefore(context.name(), null, tls);
        context.channel().config().setAutoRead(true);
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof SslHandshakeCompletionEvent handshake)) {
            context.fireUserEventTriggered(event);
        } else if (handshake.isSuccess()) {
            context.pipeline().remove(this);
            context.fireChannelActive();
        } else {
            // TLS itself sends the alert and closes the channel.
            failed(context, TlsFailure.of(handshake.cause()));
        }
    }

    private void failed(ChannelHandlerContext context, TlsFailure reason) {
        LOG.debug("Channel {}: no TLS connection: {}", context.channel().id(), reason);
        context.channel().attr(FAILURE).set(reason);
        try {
            failures.accept(reason);
        } catch (RuntimeException e) {
            LOG.error("The listener of TLS failures failed", e);
        }
    }

    /** A failed handshake comes as an event too; an exception before that is the socket's end. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause instanceof CodecException) {
            // Not its message, which may quote a password that was sent in clear.
            LOG.debug("Channel {}: {}", context.channel().id(), cause.getClass().getName());
        } else {
            LOG.error("Channel {} failed", context.channel().id(), cause);
        }
        context.channel().close();
    }
}
