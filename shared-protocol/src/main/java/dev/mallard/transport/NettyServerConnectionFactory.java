package dev.mallard.transport;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;

import org.jspecify.annotations.Nullable;
import org.springframework.integration.ip.tcp.connection.AbstractServerConnectionFactory;
import org.springframework.integration.ip.tcp.connection.TcpConnectionInterceptorFactoryChain;
import org.springframework.integration.ip.tcp.connection.TcpConnectionServerListeningEvent;
import org.springframework.util.StringUtils;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A Spring Integration server connection factory on Netty's event loop. The accepted connections
 * are handed to the loops in turn.
 *
 * <p>It needs a listener (a receiving adapter, or {@link #registerListener}) before {@link #start},
 * and works without a Spring context. The socket settings are those of the {@link
 * TransportOptions}; the socket setters, the (de)serializers, the mapper and the task executor of
 * the base class have no effect, except {@link #setBacklog} and {@link #setLocalAddress}.
 * Interceptors and single use are not supported.
 */
public final class NettyServerConnectionFactory extends AbstractServerConnectionFactory {

    private static final long CLOSE_MILLIS = 2_000;
    private static final String ANY_ADDRESS = "any address";

    private final EventLoops loops;
    private final FrameCodec codec;
    private final TransportOptions options;
    private final AtomicLong connectionNumbers = new AtomicLong();
    // The base class wants a socket for settings that are not supported here.
    private final Socket noSocket = new Socket();

    private ConnectionAdmission admission = remote -> true;
    private ChannelCustomizer customizer = ChannelCustomizer.none();
    private volatile @Nullable Channel listening;

    /**
     * @param port the port to listen on, 0 for any free one
     * @param loops the event loops; they are not closed with the factory
     * @param codec how frames look
     * @param options socket settings
     */
    public NettyServerConnectionFactory(
            int port, EventLoops loops, FrameCodec codec, TransportOptions options) {
        super(port);
        this.loops = loops;
        this.codec = codec;
        this.options = options;
        setBacklog(options.backlog());
        setApplicationEventPublisher(event -> {});
    }

    /**
     * @param connectionAdmission who may connect; everybody unless set. To be set before the start.
     */
    public void setAdmission(ConnectionAdmission connectionAdmission) {
        this.admission = connectionAdmission;
    }

    /**
     * @param channelCustomizer what is done to each accepted channel first; to be set before the
     *     start
     */
    public void setChannelCustomizer(ChannelCustomizer channelCustomizer) {
        this.customizer = channelCustomizer;
    }

    /**
     * Listens, and returns when the port is bound.
     *
     * @throws ServerBindException when the port cannot be bound; the factory is not running then
     * @throws IllegalStateException when there is no listener, or on an event-loop thread
     */
    @Override
    public void start() {
        super.start();
    }

    /** Binds the port in the calling thread; called by {@link #start}. */
    @Override
    public void run() {
        boolean bound = false;
        try {
            requireUsable();
            listening = bind();
            bound = true;
        } finally {
            if (!bound) {
                setActive(false);
            }
        }
        setListening(true);
        publishServerListeningEvent(getPort());
    }

    private void requireUsable() {
        if (getListener() == null) {
            throw new IllegalStateException("a server connection factory needs a listener");
        }
        if (isSingleUse()) {
            throw new IllegalStateException("single-use connections are not supported");
        }
        if (LoopThreads.inLoopOf(loops.group())) {
            throw new IllegalStateException("an event loop cannot wait for a port");
        }
    }

    private Channel bind() {
        IoEventLoopGroup group = (IoEventLoopGroup) loops.group();
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(group)
                        .channel(SocketTransport.serverChannel(group))
                        .option(ChannelOption.SO_BACKLOG, getBacklog())
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .handler(new AdmissionHandler(this::isAccepting, admission))
                        .childOption(ChannelOption.TCP_NODELAY, options.tcpNoDelay())
                        .childOption(ChannelOption.SO_KEEPALIVE, options.keepAlive())
                        .childOption(
                                ChannelOption.RECVBUF_ALLOCATOR,
                                SocketTransport.receiveBuffers(options))
                        .childOption(
                                ChannelOption.WRITE_BUFFER_WATER_MARK,
                                new WriteBufferWaterMark(
                                        options.writeBufferLow(), options.writeBufferHigh()))
                        .childHandler(new AcceptedChannels());
        String address = getLocalAddress();
        int port = super.getPort();
        ChannelFuture binding =
                StringUtils.hasText(address)
                        ? bootstrap.bind(new InetSocketAddress(address, port))
                        : bootstrap.bind(port);
        // The kernel answers at once; there is nothing here that could take long.
        binding.awaitUninterruptibly();
        Throwable failure = binding.cause();
        if (failure != null) {
            ServerBindException exception =
                    new ServerBindException(
                            StringUtils.hasText(address) ? address : ANY_ADDRESS, port, failure);
            publishServerExceptionEvent(exception);
            throw exception;
        }
        return binding.channel();
    }

    private boolean isAccepting() {
        return isActive() && !isShuttingDown();
    }

    private NettyConnection create(ChannelHandlerContext context) {
        NettyConnection connection =
                new NettyConnection(
                        context,
                        ConnectionOrigin.of(
                                context.channel(),
                                true,
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
     * Closes the listening socket; the connections live on. Returns when the port is free, after at
     * most 2 s. Does nothing when the factory is not listening.
     */
    public void stopAccepting() {
        Channel channel = listening;
        if (channel == null) {
            return;
        }
        setListening(false);
        ChannelFuture closing = channel.close();
        if (!LoopThreads.inLoopOf(loops.group())) {
            closing.awaitUninterruptibly(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Closes the listening socket and all connections. The factory can be started again. */
    @Override
    public void stop() {
        setActive(false);
        stopAccepting();
        listening = null;
        super.stop();
    }

    /**
     * @return the port that is bound, or the configured one while none is
     */
    @Override
    public int getPort() {
        return getServerSocketAddress() instanceof InetSocketAddress bound
                ? bound.getPort()
                : super.getPort();
    }

    /**
     * @return the address that is bound, or null
     */
    @Override
    public @Nullable SocketAddress getServerSocketAddress() {
        Channel channel = listening;
        return channel == null ? null : channel.localAddress();
    }

    @Override
    public String getComponentType() {
        return "netty-server-connection-factory";
    }

    /** Not supported. */
    @Override
    public void setInterceptorFactoryChain(TcpConnectionInterceptorFactoryChain chain) {
        throw new UnsupportedOperationException("interceptors are not supported");
    }

    /** Binding waits for its result in the thread that starts the factory. */
    @Override
    protected Executor getTaskExecutor() {
        return Runnable::run;
    }

    /** Published in the calling thread, so that no scheduler is needed. */
    @Override
    protected void publishServerListeningEvent(int port) {
        getApplicationEventPublisher()
                .publishEvent(new TcpConnectionServerListeningEvent(this, port));
    }

    /** Closed connections are removed as they close; there is nothing to search for. */
    @Override
    protected void harvestClosedConnections() {}

    /** Prepares each accepted channel on the loop that it was handed to. */
    private final class AcceptedChannels extends ChannelInitializer<Channel> {

        @Override
        protected void initChannel(Channel channel) {
            customizer.customize(channel);
            channel.pipeline()
                    .addLast(new ConnectionHandler(NettyServerConnectionFactory.this::create));
        }
    }
}
