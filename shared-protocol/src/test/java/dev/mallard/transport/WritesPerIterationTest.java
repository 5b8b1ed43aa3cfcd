package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How often the sockets are written to, counted below everything that could flush in between. */
class WritesPerIterationTest extends TransportFixture {

    private static final int CONNECTIONS = 5;
    private static final int FRAMES = 100;

    private final RecordingHandler handler = new RecordingHandler();
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger flushes = new AtomicInteger();

    @Override
    ChannelCustomizer underServers() {
        return channel -> channel.pipeline().addLast(new Counting());
    }

    private final class Counting extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            writes.incrementAndGet();
            context.write(message, promise);
        }

        @Override
        public void flush(ChannelHandlerContext context) {
            flushes.incrementAndGet();
            context.flush();
        }
    }

    @Test
    void oneForEachConnectionHoweverManyFramesThereAre() throws Exception {
        var server = server(handler);
        List<RawClient> clients = new ArrayList<>();
        List<NettyConnection> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(connect(server));
            connections.add(next(handler.opened));
        }
        runOnLoop(
                connections.getFirst(),
                () -> {
                    for (int i = 0; i < FRAMES; i++) {
                        connections.forEach(connection -> connection.write("to all"));
                    }
                });
        for (RawClient client : clients) {
            for (int i = 0; i < FRAMES; i++) {
                assertThat(client.receive()).isEqualTo("to all");
            }
        }
        assertThat(writes).hasValue(CONNECTIONS);
        assertThat(flushes).hasValue(CONNECTIONS);
    }
}
