package dev.mallard.transport;

import io.netty.channel.ChannelHandlerContext;

/** What a factory does when a channel is active: it makes the connection, and learns it is open. */
interface ConnectionOpener {

    NettyConnection create(ChannelHandlerContext context);

    default void opened(NettyConnection connection) {}
}
