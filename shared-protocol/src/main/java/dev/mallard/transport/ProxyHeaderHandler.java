package dev.mallard.transport;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.util.NetUtil;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Holds the opening of a connection back until its PROXY header is there, and closes it when there
 * is none. It removes itself after the header.
 */
final class ProxyHeaderHandler extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(ProxyHeaderHandler.class);

    private final Duration timeout;
    private final TrustedProxies trusted;
    private final Consumer<ProxyHeaderRefusal> refusals;
    private @Nullable ScheduledFuture<?> deadline;
    private boolean over;

    ProxyHeaderHandler(
            Duration timeout, TrustedProxies trusted, Consumer<ProxyHeaderRefusal> refusals) {
        this.timeout = timeout;
        this.trusted = trusted;
        this.refusals = refusals;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        deadline =
                context.executor()
                        .schedule(
                                () -> refuse(context, ProxyHeaderRefusal.TIMEOUT),
                                timeout.toNanos(),
                                TimeUnit.NANOSECONDS);
    }

    /** Not passed on: the connection opens after the header. */
    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (!(context.channel().remoteAddress() instanceof InetSocketAddress peer)
                || !trusted.contains(peer)) {
            refuse(context, ProxyHeaderRefusal.UNTRUSTED_PROXY);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        try {
            if (!over && message instanceof HAProxyMessage header) {
                accept(context, header);
            }
        } finally {
            ReferenceCountUtil.release(message);
        }
    }

    private void accept(ChannelHandlerContext context, HAProxyMessage header) {
        switch (header.proxiedProtocol()) {
            case UDP4, UDP6, UNIX_DGRAM -> {
                refuse(context, ProxyHeaderRefusal.MALFORMED);
                return;
            }
            case TCP4, TCP6 -> {
                InetSocketAddress source = source(header);
                if (source == null) {
                    refuse(context, ProxyHeaderRefusal.MALFORMED);
                    return;
                }
                if (header.command() == HAProxyCommand.PROXY) {
                    context.channel().attr(NettyConnection.REMOTE_ADDRESS).set(source);
                }
            }
            case UNKNOWN, UNIX_STREAM -> {
                // No address that could stand in for the socket's.
            }
        }
        finish();
        context.pipeline().remove(this);
        context.fireChannelActive();
    }

    private static @Nullable InetSocketAddress source(HAProxyMessage header) {
        byte[] address = NetUtil.createByteArrayFromIpAddressString(header.sourceAddress());
        try {
            return address == null
                    ? null
                    : new InetSocketAddress(InetAddress.getByAddress(address), header.sourcePort());
        } catch (UnknownHostException e) {
            return null;
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (cause instanceof ProxyHeaderDecoder.MissingProxyHeaderException) {
            refuse(context, ProxyHeaderRefusal.NO_PROXY_HEADER);
        } else if (cause instanceof DecoderException) {
            refuse(context, ProxyHeaderRefusal.MALFORMED);
        } else {
            // The socket has failed: there is nobody left to refuse.
            finish();
            context.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        finish();
    }

    private void refuse(ChannelHandlerContext context, ProxyHeaderRefusal reason) {
        if (over) {
            return;
        }
        finish();
        LOG.debug("Channel {} is refused: {}", context.channel().id(), reason);
        try {
            refusals.accept(reason);
        } catch (RuntimeException e) {
            LOG.error("The listener of refusals failed", e);
        }
        context.close();
    }

    private void finish() {
        over = true;
        ScheduledFuture<?> pending = deadline;
        if (pending != null) {
            pending.cancel(false);
        }
    }
}
