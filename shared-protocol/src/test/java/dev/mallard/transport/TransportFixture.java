package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.EventLoop;
import io.netty.util.ResourceLeakDetector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Servers, clients and sockets for a test. Every channel allocates from one allocator that counts,
 * and at the end nothing may be left.
 */
abstract class TransportFixture {

    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true);
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();
    final List<Object> events = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void detectLeaks() {
        ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    }

    @AfterEach
    void releaseEverything() throws Exception {
        while (!resources.isEmpty()) {
            resources.pop().close();
        }
        await().untilAsserted(() -> assertThat(allocatedBytes()).isZero());
    }

    <T extends AutoCloseable> T closing(T resource) {
        resources.push(resource);
        return resource;
    }

    EventLoops loops(int count) {
        return closing(new EventLoops(count, "test-io"));
    }

    NettyServerConnectionFactory serverFactory(EventLoops loops, TransportOptions options) {
        return serverFactory(0, loops, options);
    }

    NettyServerConnectionFactory serverFactory(
            int port, EventLoops loops, TransportOptions options) {
        var factory = new NettyServerConnectionFactory(port, loops, new TextCodec(), options);
        factory.setApplicationEventPublisher(events::add);
        factory.setChannelCustomizer(counting(underServers()));
        closing(factory::stop);
        return factory;
    }

    /** A running server with the default options for clients. */
    NettyServerConnectionFactory server(FrameHandler handler) {
        return server(handler, TransportOptions.forClients());
    }

    NettyServerConnectionFactory server(FrameHandler handler, TransportOptions options) {
        var factory = serverFactory(loops(1), options);
        start(factory, handler);
        return factory;
    }

    void start(NettyServerConnectionFactory factory, FrameHandler handler) {
        var adapter = new NettyReceivingChannelAdapter(handler);
        adapter.setConnectionFactory(factory);
        adapter.start();
        closing(adapter::stop);
    }

    NettyClientConnectionFactory clientFactory(int port, EventLoop loop, TransportOptions options) {
        var factory =
                new NettyClientConnectionFactory("127.0.0.1", port, loop, new TextCodec(), options);
        factory.setApplicationEventPublisher(events::add);
        factory.setChannelCustomizer(this::countAllocations);
        closing(factory::stop);
        return factory;
    }

    /** Counts the allocations of a channel, and does something else to it. */
    ChannelCustomizer counting(ChannelCustomizer other) {
        ChannelCustomizer count = this::countAllocations;
        return count.andThen(other);
    }

    void countAllocations(io.netty.channel.Channel channel) {
        channel.config().setAllocator(allocator);
    }

    RawClient connect(NettyServerConnectionFactory server) throws IOException {
        return closing(new RawClient(socket(server.getPort())));
    }

    /** The connected socket of a raw client; the same over TLS where a test says so. */
    Socket socket(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** What the servers of the test have under their connections. */
    ChannelCustomizer underServers() {
        return ChannelCustomizer.none();
    }

    long allocatedBytes() {
        return allocator.metric().usedDirectMemory() + allocator.metric().usedHeapMemory();
    }

    List<Object> eventsOf(Class<?> type) {
        return events.stream().filter(type::isInstance).toList();
    }

    /** Runs something on the connection's loop, and waits for the result. */
    static <T> T onLoop(NettyConnection connection, Callable<T> action) {
        try {
            return connection
                    .loop()
                    .submit(action)
                    .get(RecordingHandler.WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void runOnLoop(NettyConnection connection, Runnable action) {
        onLoop(
                connection,
                () -> {
                    action.run();
                    return true;
                });
    }
}
