package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.springframework.messaging.MessageDeliveryException;
import org.springframework.messaging.support.GenericMessage;

import java.util.ArrayList;
import java.util.List;

class SendingTest extends TransportFixture {

    private static final int HIGH = 64 * 1024;

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void theFramesOfOneIterationLeaveInOneFlush() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        long flushes = connection.flusher().flushes();
        runOnLoop(
                connection,
                () -> {
                    for (int i = 0; i < 100; i++) {
                        connection.write("frame " + i);
                    }
                    assertThat(connection.pendingBytes()).isGreaterThan(100 * 8);
                });
        for (int i = 0; i < 100; i++) {
            assertThat(client.receive()).isEqualTo("frame " + i);
        }
        assertThat(onLoop(connection, connection::pendingBytes)).isZero();
        assertThat(connection.flusher().flushes() - flushes).isEqualTo(1);
    }

    @Test
    void allConnectionsOfALoopAreFlushedInOneRound() throws Exception {
        var server = server(handler);
        List<RawClient> clients = new ArrayList<>();
        List<NettyConnection> connections = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(connect(server));
            connections.add(next(handler.opened));
        }
        LoopFlusher flusher = connections.get(0).flusher();
        long rounds = flusher.rounds();
        runOnLoop(
                connections.get(0),
                () -> {
                    for (int i = 0; i < 20; i++) {
                        connections.forEach(connection -> connection.write("to all"));
                    }
                });
        for (RawClient client : clients) {
            for (int i = 0; i < 20; i++) {
                assertThat(client.receive()).isEqualTo("to all");
            }
        }
        assertThat(connections).allMatch(connection -> connection.flusher() == flusher);
        assertThat(flusher.rounds() - rounds).isEqualTo(1);
        assertThat(flusher.flushes()).isEqualTo(5);
    }

    @Test
    void anIdleConnectionHoldsNoBuffer() throws Exception {
        var client = connect(server(NettyConnection::write));
        client.send("echo");
        assertThat(client.receive()).isEqualTo("echo");
        await().untilAsserted(() -> assertThat(allocatedBytes()).isZero());
    }

    @Test
    void manyBytesInOneIterationArriveWholeAndInOrder() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        runOnLoop(
                connection,
                () -> {
                    for (int i = 0; i < 50; i++) {
                        connection.write(i + ":" + "x".repeat(i * 1000));
                    }
                });
        for (int i = 0; i < 50; i++) {
            assertThat(client.receive()).hasSize((i + ":").length() + i * 1000).startsWith(i + ":");
        }
    }

    @Test
    void everyThreadKeepsTheOrderOfItsFrames() throws Exception {
        int threads = 8;
        int each = 500;
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        List<Thread> writers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            writers.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        for (int i = 0; i < each; i++) {
                                            connection.write(thread + ":" + i);
                                        }
                                    }));
        }
        int[] expected = new int[threads];
        for (int i = 0; i < threads * each; i++) {
            String text = client.receive();
            int colon = text.indexOf(':');
            int thread = Integer.parseInt(text.substring(0, colon));
            assertThat(text.substring(colon + 1)).isEqualTo("" + expected[thread]++);
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(onLoop(connection, connection::pendingBytes)).isZero();
    }

    @Test
    void whatOtherThreadsHaveWrittenCountsAsPending() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        var reached = new java.util.concurrent.CountDownLatch(1);
        var held = new java.util.concurrent.CountDownLatch(1);
        connection
                .loop()
                .execute(
                        () -> {
                            reached.countDown();
                            try {
                                held.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        reached.await();
        connection.write("four");
        assertThat(connection.pendingBytes()).isEqualTo(8);
        held.countDown();
        assertThat(client.receive()).isEqualTo("four");
    }

    @Test
    void prebuiltBytesGoToManyAndStayAsTheyAre() throws Exception {
        var server = server(handler);
        var first = connect(server);
        NettyConnection one = next(handler.opened);
        var second = connect(server);
        NettyConnection two = next(handler.opened);
        ByteBuf prebuilt = Unpooled.wrappedBuffer(TextCodec.frame("for everybody"));
        runOnLoop(
                one,
                () -> {
                    one.writeBytes(prebuilt);
                    two.writeBytes(prebuilt);
                    two.write("and one more");
                });
        assertThat(prebuilt.refCnt()).isEqualTo(1);
        assertThat(prebuilt.readableBytes()).isEqualTo(17);
        assertThat(first.receive()).isEqualTo("for everybody");
        assertThat(second.receive()).isEqualTo("for everybody");
        assertThat(second.receive()).isEqualTo("and one more");
    }

    @Test
    void aFrameThatCannotBeEncodedLeavesNoBytesBehind() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        assertThatIllegalArgumentException().isThrownBy(() -> connection.write(42));
        runOnLoop(
                connection,
                () -> {
                    assertThatIllegalArgumentException().isThrownBy(() -> connection.write(42));
                    connection.write("before");
                    assertThatIllegalArgumentException().isThrownBy(() -> connection.write(42));
                    connection.write("after");
                });
        assertThat(client.receive()).isEqualTo("before");
        assertThat(client.receive()).isEqualTo("after");
    }

    @Test
    void onlyAFrameThatCannotBeEncodedSendsNothing() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        runOnLoop(
                connection,
                () -> assertThatIllegalArgumentException().isThrownBy(() -> connection.write(42)));
        connection.closeAfterFlush(java.time.Duration.ofSeconds(5));
        assertThat(client.drain()).isZero();
    }

    @Test
    void aSlowReaderIsNoticedAndCatchesUp() throws Exception {
        var client =
                connect(
                        server(
                                handler,
                                TransportOptions.forClients().withWriteBuffer(HIGH / 2, HIGH)));
        NettyConnection connection = next(handler.opened);
        assertThat(connection.isWritable()).isTrue();
        String text = "x".repeat(10_000);
        int written = 0;
        while (onLoop(connection, connection::isWritable)) {
            runOnLoop(connection, () -> connection.write(text));
            written++;
        }
        assertThat(next(handler.writability)).isFalse();
        assertThat(onLoop(connection, connection::pendingBytes)).isGreaterThan(HIGH / 2);

        // Above the mark it is the caller's decision to send more.
        runOnLoop(connection, () -> connection.write(text));
        written++;
        for (int i = 0; i < written; i++) {
            assertThat(client.receive()).isEqualTo(text);
        }
        assertThat(next(handler.writability)).isTrue();
        assertThat(onLoop(connection, connection::pendingBytes)).isZero();
        assertThat(connection.isWritable()).isTrue();
    }

    @Test
    void aBurstIsNotWritableBeforeItIsFlushed() throws Exception {
        connect(server(handler, TransportOptions.forClients().withWriteBuffer(HIGH / 8, HIGH / 4)));
        NettyConnection connection = next(handler.opened);
        runOnLoop(
                connection,
                () -> {
                    connection.write("x".repeat(HIGH / 4));
                    assertThat(connection.isWritable()).isFalse();
                });
    }

    @Test
    void aSlowReaderDoesNotDelayOthers() throws Exception {
        var server = server(handler);
        connect(server);
        NettyConnection slow = next(handler.opened);
        var quick = connect(server);
        NettyConnection other = next(handler.opened);
        String text = "x".repeat(1 << 20);
        runOnLoop(
                slow,
                () -> {
                    for (int i = 0; i < 16; i++) {
                        slow.write(text);
                    }
                });
        assertThat(onLoop(slow, slow::pendingBytes)).isGreaterThan(1 << 20);
        for (int i = 0; i < 50; i++) {
            other.write("quick");
            assertThat(quick.receive()).isEqualTo("quick");
        }
    }

    @Test
    void aMessageIsSentByItsPayload() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        connection.send(new GenericMessage<>("payload"));
        assertThat(client.receive()).isEqualTo("payload");
        connection.close();
        assertThatExceptionOfType(MessageDeliveryException.class)
                .isThrownBy(() -> connection.send(new GenericMessage<>("late")));
    }
}
