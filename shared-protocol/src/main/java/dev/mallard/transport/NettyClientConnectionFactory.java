package dev.mallard.transport;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;

import org.jspecify.annotations.Nullable;
import org.springframework.integration.ip.tcp.connection.AbstractClientConnectionFactory;
import org.springframework.integration.ip.tcp.connection.TcpConnectionInterceptorFactoryChain;
import org.springframework.util.StringUtils;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Spring Integration client connection factory whose connections live on one given event loop. It
 * holds one shared connection, which {@link #getConnection} opens when there is none.
 *
 * <p>It needs a listener before the first connection, and works without a Spring context. The
 * socket settings are those of the {@link TransportOptions}; the setters of the base class for
 * sockets, (de)serializers, the mapper and the task executor have no effect. Interceptors, single
 * use and manual listener registration are not supported.
 */
public final class NettyClientConnectionFactory extends AbstractClientConnectionFactory {

    private final String host;
    private final EventLoop loop;
    private final FrameCodec codec;
    private final TransportOptions options;
    private final AtomicLong connectionNumbers = new AtomicLong();
    // The base class wants a socket for settings that are not supported here.
    private final Socket noSocket = new Socket();

    private ChannelCustomizer customizer = ChannelCustomizer.none();

    /**
     * @param host name or address to connect to, looked up for each attempt
     * @param port port to connect to
     * @param loop where the connections live
     * @param codec how frames look
     * @param options socket settings
     */
    public NettyClientConnectionFactory(
            String host, int port, EventLoop loop, FrameCodec codec, TransportOptions options) {
        super(host, port);
        this.host = host;
        this.loop = loop;
        this.codec = codec;
        this.options = options;
        setApplicationEventPublisher(event -> {});
    }

    /**
     * @param channelCustomizer what is done to each channel before it connects; to be set before
     *     the first connection
     */
    public void setChannelCustomizer(ChannelCustomizer channelCustomizer) {
        this.customizer = channelCustomizer;
    }

    /** Makes connections possible; opens none. */
    @Override
    public void start() {
        setActive(true);
        super.start();
    }

    /**
     * The shared connection, opened if there is none: then the call waits until the connection is
     * open or has failed, at most for the connect time-out and the name look-up.
     *
     * @throws ConnectFailedException when no connection could be opened
     * @throws IllegalStateException when a connection would have to be opened on an event-loop
     *     thread
     * @throws java.io.UncheckedIOException when the factory has not been started
     */
    @Override
    public NettyConnection getConnection() throws InterruptedException {
        return (NettyConnection) super.getConnection();
    }

    @Override
    protected NettyConnection buildNewConnection() {
        if (loop.inEventLoop() || LoopThreads.inLoopOf(loop.parent())) {
            throw new IllegalStateException("an event loop cannot wait for a connection");
        }
        CompletableFuture<NettyConnection> opened = new CompletableFuture<>();
        Channel channel = connect(opened);
        boolean done = false;
        try {
            NettyConnection connection =
                    opened.get(options.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
            done = true;
            return connection;
        } catch (TimeoutException e) {
            throw failure(
                    "no connection within " + options.connectTimeout().toMillis() + " ms", null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw failure(cause == null ? null : cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure("interrupted", null);
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    private Channel connect(CompletableFuture<NettyConnection> opened) {
        // The look-up blocks, so it is made here and not on the loop.
        InetSocketAddress address = new InetSocketAddress(host, getPort());
        if (address.isUnresolved()) {
            throw failure("unknown host", null);
        }
        ChannelFuture connecting =
                new Bootstrap()
                        .group(loop)
                        .channel(SocketTransport.socketChannel((IoEventLoopGroup) loop))
                        .option(
                                ChannelOption.CONNECT_TIMEOUT_MILLIS,
                                Math.toIntExact(options.connectTimeout().toMillis()))
                        // Nothing is read until the connection has its listener.
                        .option(ChannelOption.AUTO_READ, false)
                        .option(ChannelOption.TCP_NODELAY, options.tcpNoDelay())
                        .option(ChannelOption.SO_KEEPALIVE, options.keepAlive())
                        .option(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                SocketTransport.receiveBuffers(options))
                        .option(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(
                                        options.writeBufferLow(), options.writeBufferHigh()))
                        .handler(new ConnectingChannel(opened))
                        .connect(address);
        connecting.addListener(
                connected -> {
                    if (connected.isSuccess()) {
                        failWhenClosed(connecting.channel(), opened);
                    } else {
                        opened.completeExceptionally(connected.cause());
                    }
                });
        return connecting.channel();
    }

    /** A channel may also end between being connected and being open. */
    private static void failWhenClosed(Channel channel, CompletableFuture<NettyConnection> opened) {
        channel.closeFuture()
                .addListener(
                        closed -> opened.completeExceptionally(TlsRefusal.whyNotReady(channel)));
    }

    private ConnectFailedException failure(@Nullable String reason, @Nullable Throwable cause) {
        boolean answered =
                cause instanceof ConnectException && !(cause instanceof ConnectTimeoutException);
        return new ConnectFailedException(
                host,
                getPort(),
                reason,
                answered,
                cause instanceof TlsRefusal refusal ? refusal.failure() : null);
    }

    private NettyConnection create(ChannelHandlerContext context) {
        NettyConnection connection =
                new NettyConnection(
                        context,
                        ConnectionOrigin.of(
                                context.channel(),
                                false,
                                name(),
                                connectionNumbers.incrementAndGet()),
                        codec,
                        options.heldWhilePaused(),
                        getApplicationEventPublisher(),
                        closed -> connections.remove(closed.getConnectionId(), closed));
        initializeConnection(connection, noSocket);
        wrapConnection(connection);
        return connection;
    }

    private String name() {
        String name = getComponentName();
        return StringUtils.hasText(name) ? name : getComponentType();
    }

    /**
     * @return the loop where the connections live
     */
    public EventLoop loop() {
        return loop;
    }

    @Override
    protected Duration getConnectTimeout() {
        return options.connectTimeout();
    }

    @Override
    public String getComponentType() {
        return "netty-client-connection-factory";
    }

    /** Not supported: the one connection is shared. */
    @Override
    public void setSingleUse(boolean singleUse) {
        if (singleUse) {
            throw new UnsupportedOperationException("single-use connections are not supported");
        }
    }

    /** Not supported. */
    @Override
    public void enableManualListenerRegistration() {
        throw new UnsupportedOperationException("the listener is registered with the factory");
    }

    /** Not supported. */
    @Override
    public void setInterceptorFactoryChain(TcpConnectionInterceptorFactoryChain chain) {
        throw new UnsupportedOperationException("interceptors are not supported");
    }

    /** Closed connections are removed as they close; there is nothing to search for. */
    @Override
    protected void harvestClosedConnections() {}

    /** Prepares the channel of one attempt, on its loop. */
    private final class ConnectingChannel extends ChannelInitializer<Channel> {

        private final CompletableFuture<NettyConnection> opened;

        ConnectingChannel(CompletableFuture<NettyConnection> opened) {
            this.opened = opened;
        }

        @Override
        protected void initChannel(Channel channel) {
            customizer.customize(channel);
            channel.pipeline().addLast(new ConnectionHandler(new Attempt(opened)));
        }
    }

    /** Makes the connection of one attempt, and hands it to the thread that waits for it. */
    private final class Attempt implements ConnectionOpener {

        private final CompletableFuture<NettyConnection> opened;

        Attempt(CompletableFuture<NettyConnection> opened) {
            this.opened = opened;
        }

        @Override
        public NettyConnection create(ChannelHandlerContext context) {
            return NettyClientConnectionFactory.this.create(context);
        }

        @Override
        public void opened(NettyConnection connection) {
            opened.complete(connection);
        }
    }
}
