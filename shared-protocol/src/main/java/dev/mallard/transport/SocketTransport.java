package dev.mallard.transport;

import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** The channel types that go with an event loop, and how their receive buffers grow. */
final class SocketTransport {

    private static final int SMALLEST_RECEIVE_BUFFER = 64;
    private static final int FIRST_RECEIVE_BUFFER = 2048;

    private SocketTransport() {}

    static Class<? extends ServerChannel> serverChannel(IoEventLoopGroup loops) {
        return loops.isIoType(EpollIoHandler.class)
                ? EpollServerSocketChannel.class
                : NioServerSocketChannel.class;
    }

    static Class<? extends SocketChannel> socketChannel(IoEventLoopGroup loops) {
        return loops.isIoType(EpollIoHandler.class)
                ? EpollSocketChannel.class
                : NioSocketChannel.class;
    }

    static RecvByteBufAllocator receiveBuffers(TransportOptions options) {
        return new AdaptiveRecvByteBufAllocator(
                SMALLEST_RECEIVE_BUFFER, FIRST_RECEIVE_BUFFER, options.receiveBufferMax());
    }
}
