package dev.mallard.gateway.client;

import dev.mallard.transport.NettyConnection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Refuses a connection above the limit of its address when that is known from the PROXY protocol only: stands
 * behind the header's handler, and closes what is one too many before it opens. One per connection.
 */
final class ProxiedAddressLimit extends ChannelInboundHandlerAdapter {

    private final ConnectionLimits limits;

    ProxiedAddressLimit(ConnectionLimits limits) {
        this.limits = limits;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        Channel channel = context.channel();
        InetSocketAddress known = channel.attr(NettyConnection.REMOTE_ADDRESS).get();
        if (known == null && channel.remoteAddress() instanceof InetSocketAddress socket) {
            // The load balancer looks after itself.
            known = socket;
        }
        InetAddress address = known == null ? null : known.getAddress();
        if (address == null || !limits.enter(address)) {
            context.close();
            return;
        }
        channel.closeFuture().addListener(closed -> limits.leave(address));
        context.fireChannelActive();
    }
}
