package dev.mallard.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.CodecException;
import io.netty.handler.ssl.SslCloseCompletionEvent;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/** The last handler of a channel's pipeline: it passes what happens there to the connection. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectionHandler.class);

    private final ConnectionOpener opener;
    private @Nullable NettyConnection connection;

    ConnectionHandler(ConnectionOpener opener) {
        this.opener = opener;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        NettyConnection created = opener.create(context);
        connection = created;
        created.open();
        opener.opened(created);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        NettyConnection receiver = connection;
        if (receiver != null && bytes instanceof ByteBuf buffer) {
            receiver.received(buffer);
        } else {
            ReferenceCountUtil.release(bytes);
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        NettyConnection changed = connection;
        if (changed != null) {
            changed.writabilityChanged();
        }
    }

    /** The peer has said within TLS that it is done, which is as good as its end of the stream. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        NettyConnection ending = connection;
        if (ending != null && event instanceof SslCloseCompletionEvent) {
            ending.close();
        }
        context.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        NettyConnection ended = connection;
        if (ended != null) {
            ended.ended();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof IOException || cause instanceof CodecException) {
            LOG.debug("Channel {} failed: {}", context.channel(), cause.getMessage());
        } else {
            LOG.error("Channel {} failed", context.channel(), cause);
        }
        NettyConnection failed = connection;
        if (failed == null) {
            context.close();
        } else {
            failed.failed(cause);
        }
    }
}
