package dev.mallard.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;

/** Holds the opening of a connection back until its first byte, as a proxy header would. */
final class FirstByte extends ChannelInboundHandlerAdapter {

    private final InetSocketAddress real;
    private final CountDownLatch held;

    FirstByte(InetSocketAddress real, CountDownLatch held) {
        this.real = real;
        this.held = held;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        held.countDown();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        ((ByteBuf) bytes).skipBytes(1);
        context.channel().attr(NettyConnection.REMOTE_ADDRESS).set(real);
        context.pipeline().remove(this);
        context.fireChannelActive();
        context.fireChannelRead(bytes);
    }
}
