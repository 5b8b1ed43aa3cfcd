package dev.mallard.benchmarks.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One event loop on the loopback interface with all that a measuring program or a yardstick needs of it: on
 * epoll where there is one, as the gateway's own. Any thread, unless said otherwise.
 */
public final class LoadLoop implements AutoCloseable {

    private static final int BACKLOG = 4096;
    private static final int SMALLEST_READ = 64;
    private static final int FIRST_READ = 2048;
    private static final int LARGEST_READ = 64 * 1024;
    private static final int LARGEST_LINK_READ = 256 * 1024;

    private final MultiThreadIoEventLoopGroup group;
    private final EventLoop loop;
    private final Collector.Round round;

    public LoadLoop(String name) {
        group =
                new MultiThreadIoEventLoopGroup(
                        1,
                        new DefaultThreadFactory(name, true),
                        Epoll.isAvailable()
                                ? EpollIoHandler.newFactory()
                                : NioIoHandler.newFactory());
        loop = group.next();
        round = new Collector.Round(loop);
    }

    /** What of this loop has something to send. */
    public Collector.Round round() {
        return round;
    }

    EventLoop eventLoop() {
        return loop;
    }

    /**
     * Listens on a port of the loopback interface, 0 for any free one, and returns the port.
     *
     * @param handler makes the handler of an accepted channel, on the loop
     */
    public int listen(int port, boolean links, Function<Channel, ChannelHandler> handler) {
        Class<? extends ServerChannel> type =
                Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        Channel listening =
                new ServerBootstrap()
                        .group(group)
                        .channel(type)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.RECVBUF_ALLOCATOR, reads(links))
                        .childHandler(initializer(handler))
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .syncUninterruptibly()
                        .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    /**
     * Begins to connect to a port of the loopback interface.
     *
     * @param handler makes the handler of the channel, on the loop
     */
    public ChannelFuture connect(
            int port, boolean link, Function<Channel, ChannelHandler> handler) {
        Class<? extends SocketChannel> type =
                Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;
        return new Bootstrap()
                .group(group)
                .channel(type)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.RECVBUF_ALLOCATOR, reads(link))
                .handler(initializer(handler))
                .connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static AdaptiveRecvByteBufAllocator reads(boolean link) {
        return new AdaptiveRecvByteBufAllocator(
                SMALLEST_READ, FIRST_READ, link ? LARGEST_LINK_READ : LARGEST_READ);
    }

    private static ChannelInitializer<Channel> initializer(
            Function<Channel, ChannelHandler> handler) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(handler.apply(channel));
            }
        };
    }

    /** Closes all channels. */
    @Override
    public void close() {
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
