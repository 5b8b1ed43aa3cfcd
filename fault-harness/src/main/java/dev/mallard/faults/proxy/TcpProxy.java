package dev.mallard.faults.proxy;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Takes connections on one port of this machine and passes them on to another, and can be told to do that badly. A
 * connection to a target that does not listen is reset, because it has been taken already. Any thread; each method
 * returns when it is done.
 */
public final class TcpProxy implements AutoCloseable {

    private final int port;
    private final InetSocketAddress target;
    private final EventLoop loop;
    private final Set<Relay> relays = new LinkedHashSet<>();
    private Disturbance disturbance = Disturbance.NONE;
    private @Nullable Channel listener;

    /**
     * Nothing is taken before {@link #open}.
     *
     * @param loop runs everything; of NIO
     */
    public TcpProxy(int port, int targetPort, EventLoop loop) {
        this.port = port;
        this.target = new InetSocketAddress(InetAddress.getLoopbackAddress(), targetPort);
        this.loop = loop;
    }

    public int port() {
        return port;
    }

    /** Takes connections from now on, if it does not already. */
    public void open() {
        Channel opened = onLoop(() -> listener);
        if (opened == null) {
            Channel bound =
                    new ServerBootstrap()
                            .group(loop, loop)
                            .channel(NioServerSocketChannel.class)
                            .option(ChannelOption.SO_REUSEADDR, true)
                            .childOption(ChannelOption.AUTO_READ, false)
                            .childOption(ChannelOption.TCP_NODELAY, true)
                            .childHandler(new Acceptor())
                            .bind(InetAddress.getLoopbackAddress(), port)
                            .syncUninterruptibly()
                            .channel();
            onLoop(() -> listener = bound);
        }
    }

    /** From now on the port is closed, so that new connections are refused; those that exist go on. */
    public void refuse() {
        Channel open = onLoop(() -> listener);
        if (open != null) {
            open.close().syncUninterruptibly();
            onLoop(() -> listener = null);
            // The system closes the socket only when the loop has looked for events once more.
            loop.schedule(() -> {}, 2, TimeUnit.MILLISECONDS).syncUninterruptibly();
        }
    }

    /** Resets all connections; new ones are taken. */
    public void reset() {
        onLoop(
                () -> {
                    List.copyOf(relays).forEach(Relay::reset);
                    return relays.size();
                });
    }

    /** What happens to all connections from now on, those that exist included. */
    public void disturb(Disturbance next) {
        onLoop(
                () -> {
                    disturbance = next;
                    List.copyOf(relays).forEach(relay -> relay.disturb(next));
                    return next;
                });
    }

    /** Takes connections again and lets everything pass. */
    public void heal() {
        open();
        disturb(Disturbance.NONE);
    }

    /** How many connections pass. */
    public int connections() {
        return onLoop(relays::size);
    }

    /** Closes the port and all connections. */
    @Override
    public void close() {
        refuse();
        reset();
    }

    private <T extends @Nullable Object> T onLoop(Callable<T> step) {
        return loop.submit(step).syncUninterruptibly().getNow();
    }

    private void connect(Channel front) {
        ChannelFuture connecting =
                new Bootstrap()
                        .group(loop)
                        .channel(NioSocketChannel.class)
                        .option(ChannelOption.AUTO_READ, false)
                        .option(ChannelOption.TCP_NODELAY, true)
                        .handler(new ChannelInboundHandlerAdapter())
                        .connect(target);
        connecting.addListener(
                done -> {
                    if (done.isSuccess()) {
                        relay(front, connecting.channel());
                    } else {
                        Relay.abort(front);
                    }
                });
    }

    private void relay(Channel front, Channel back) {
        Relay relay = new Relay(front, back, disturbance);
        relays.add(relay);
        front.closeFuture().addListener(closed -> forgetIfClosed(relay, back));
        back.closeFuture().addListener(closed -> forgetIfClosed(relay, front));
    }

    private void forgetIfClosed(Relay relay, Channel other) {
        if (!other.isOpen()) {
            relays.remove(relay);
        }
    }

    /** Connects every connection that is taken. */
    private final class Acceptor extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel front) {
            front.pipeline()
                    .addLast(
                            new ChannelInboundHandlerAdapter() {
                                @Override
                                public void channelActive(ChannelHandlerContext context) {
                                    connect(front);
                                    context.pipeline().remove(this);
                                }
                            });
        }
    }
}
