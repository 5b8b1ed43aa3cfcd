package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A connection whose reading is turned off for a while. */
class PausingTest extends TransportFixture {

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void readingOffStopsTheDeliveryWithinABatchAndOnGoesOnInOrder() throws Exception {
        BlockingQueue<NettyConnection> paused = new LinkedBlockingQueue<>();
        var client =
                connect(
                        server(
                                new RecordingHandler() {
                                    @Override
                                    public void onFrame(NettyConnection connection, Object frame) {
                                        handler.frames.add((String) frame);
                                        if (frame.equals("stop")) {
                                            connection.setReading(false);
                                            paused.add(connection);
                                        }
                                    }
                                }));
        client.send("a", "stop", "b");
        NettyConnection connection = next(paused);
        client.send("c");
        // A round trip through the loop shows that nothing else was delivered in that batch.
        runOnLoop(connection, () -> {});
        assertThat(handler.frames).containsExactly("a", "stop");

        connection.setReading(true);
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(next(handler.frames));
        }
        assertThat(all).containsExactly("a", "stop", "b", "c");
    }

    @Test
    void readingOffSlowsThePeerDown() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        connection.setReading(false);
        runOnLoop(connection, () -> {});
        String text = "x".repeat(1 << 20);
        Thread sender =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        for (int i = 0; i < 16; i++) {
                                            client.send(text);
                                        }
                                    } catch (java.io.IOException e) {
                                        throw new java.io.UncheckedIOException(e);
                                    }
                                });
        assertThat(sender.join(java.time.Duration.ofMillis(200))).isFalse();
        assertThat(allocatedBytes()).isLessThan(1 << 20);
        assertThat(handler.frames).isEmpty();

        connection.setReading(true);
        for (int i = 0; i < 16; i++) {
            assertThat(next(handler.frames)).hasSize(1 << 20);
        }
        sender.join();
    }

    @Test
    void readingMayBeOffFromTheStart() throws Exception {
        var client =
                connect(
                        server(
                                new RecordingHandler() {
                                    @Override
                                    public void onOpen(NettyConnection connection) {
                                        connection.setReading(false);
                                        handler.opened.add(connection);
                                    }

                                    @Override
                                    public void onFrame(NettyConnection connection, Object frame) {
                                        handler.frames.add((String) frame);
                                    }
                                }));
        client.send("early");
        NettyConnection connection = next(handler.opened);
        runOnLoop(connection, () -> {});
        assertThat(handler.frames).isEmpty();
        connection.setReading(true);
        assertThat(next(handler.frames)).isEqualTo("early");
    }

    @Test
    void aPeerThatSendsAndClosesWhileReadingIsOffLeavesNothingBehind() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        connection.setReading(false);
        runOnLoop(connection, () -> {});
        client.send("x".repeat(1 << 20));
        client.close();
        connection.setReading(true);
        next(handler.closed);
        assertThat(allocatedBytes()).isZero();
    }
}
