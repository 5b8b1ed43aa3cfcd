package dev.mallard.game.takeover;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SocketOptions.TcpUserTimeoutOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelOption;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The connections to Redis: one for snapshots, and one for everything that must not wait behind them. Each is
 * opened when it is first used, and opened again when it breaks; meanwhile commands fail at once.
 */
final class RedisConnections implements AutoCloseable {

    private static final Duration RECONNECT = Duration.ofMillis(200);
    private static final int THREADS = 2;

    /** A connection on which the other side has not even confirmed the bytes for so long is opened again. */
    private static final Duration UNCONFIRMED = Duration.ofSeconds(5);

    private final ClientResources resources;
    private final RedisClient client;
    private final Channel control = new Channel();
    private final Channel bulk = new Channel();

    /** A connection that is opened when it is first used. */
    private final class Channel {

        private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;

        RedisAsyncCommands<byte[], byte[]> commands() {
            StatefulRedisConnection<byte[], byte[]> open = connection;
            return (open == null ? open() : open).async();
        }

        private synchronized StatefulRedisConnection<byte[], byte[]> open() {
            StatefulRedisConnection<byte[], byte[]> open = connection;
            if (open == null) {
                open = client.connect(ByteArrayCodec.INSTANCE);
                connection = open;
            }
            return open;
        }
    }

    /** Commands with many snapshots are large; memory for them is taken from the system once, not every time. */
    private static final class PooledBuffers implements NettyCustomizer {

        @Override
        public void afterBootstrapInitialized(Bootstrap bootstrap) {
            bootstrap.option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
        }
    }

    RedisConnections(TakeoverProperties properties) {
        resources =
                DefaultClientResources.builder()
                        .ioThreadPoolSize(THREADS)
                        .computationThreadPoolSize(THREADS)
                        .reconnectDelay(Delay.constant(RECONNECT))
                        // The service has its own timer for that, and histograms of each command
                        // are not free.
                        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
                        .nettyCustomizer(new PooledBuffers())
                        .build();
        client = RedisClient.create(resources, properties.uri());
        client.setOptions(
                ClientOptions.builder()
                        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                        .timeoutOptions(TimeoutOptions.enabled(properties.commandTimeout()))
                        .socketOptions(
                                SocketOptions.builder()
                                        .connectTimeout(properties.commandTimeout())
                                        .tcpUserTimeout(
                                                TcpUserTimeoutOptions.builder()
                                                        .tcpUserTimeout(UNCONFIRMED)
                                                        .enable()
                                                        .build())
                                        .build())
                        .build());
    }

    /**
     * For commands that must not wait behind snapshots.
     *
     * @throws RedisException if it is not open, and does not open in time
     */
    RedisAsyncCommands<byte[], byte[]> control() {
        return control.commands();
    }

    /**
     * For snapshots.
     *
     * @throws RedisException if it is not open, and does not open in time
     */
    RedisAsyncCommands<byte[], byte[]> bulk() {
        return bulk.commands();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, RECONNECT);
        resources
                .shutdown(0, RECONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(RECONNECT.toMillis());
    }
}
