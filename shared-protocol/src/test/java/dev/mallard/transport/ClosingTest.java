package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.tcp.connection.TcpConnectionCloseEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionExceptionEvent;
import org.springframework.integration.ip.tcp.connection.TcpConnectionOpenEvent;

import java.io.IOException;
import java.time.Duration;

class ClosingTest extends TransportFixture {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void closingManyTimesEndsOnce() throws Exception {
        var server = server(handler);
        var client = connect(server);
        NettyConnection connection = next(handler.opened);
        connection.close();
        assertThat(connection.isOpen()).isFalse();
        connection.close();
        connection.closeAfterFlush(LONG);
        runOnLoop(connection, connection::close);
        assertThat(client.isEnded()).isTrue();
        assertThat(next(handler.closed)).isSameAs(connection);
        connection.close();
        server.stop();
        runOnLoop(connection, () -> {});
        assertThat(handler.closed).isEmpty();
        assertThat(eventsOf(TcpConnectionOpenEvent.class)).hasSize(1);
        assertThat(eventsOf(TcpConnectionCloseEvent.class)).hasSize(1);
    }

    @Test
    void theEndOfThePeerEndsTheConnectionOnce() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        client.close();
        assertThat(next(handler.closed)).isSameAs(connection);
        assertThat(connection.isOpen()).isFalse();
        assertThat(eventsOf(TcpConnectionCloseEvent.class)).hasSize(1);
        assertThat(eventsOf(TcpConnectionExceptionEvent.class)).isEmpty();
    }

    @Test
    void aResetByThePeerIsPublished() throws Exception {
        var client = connect(server(handler));
        next(handler.opened);
        client.socket.setSoLinger(true, 0);
        client.close();
        next(handler.closed);
        assertThat(eventsOf(TcpConnectionCloseEvent.class)).hasSize(1);
        assertThat(eventsOf(TcpConnectionExceptionEvent.class)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void afterTheEndNothingIsSentOrKept() throws Exception {
        connect(server(handler));
        NettyConnection connection = next(handler.opened);
        connection.close();
        next(handler.closed);
        ByteBuf prebuilt = Unpooled.wrappedBuffer(TextCodec.frame("late"));
        connection.write("late");
        runOnLoop(
                connection,
                () -> {
                    connection.write("late");
                    connection.writeBytes(prebuilt);
                    connection.setReading(false);
                    connection.setReading(true);
                    connection.discardInput();
                });
        assertThat(connection.pendingBytes()).isZero();
        assertThat(prebuilt.refCnt()).isEqualTo(1);
    }

    @Test
    void aClosedLoopTakesNothingMore() throws Exception {
        var loops = new EventLoops(1, "ending");
        var server = serverFactory(loops, TransportOptions.forClients());
        start(server, handler);
        connect(server);
        NettyConnection connection = next(handler.opened);
        loops.close();
        next(handler.closed);
        connection.write("late");
        connection.setReading(false);
        connection.closeAfterFlush(LONG);
        connection.close();
        assertThat(connection.isOpen()).isFalse();
        assertThat(connection.pendingBytes()).isZero();
    }

    @Test
    void closingAfterFlushDeliversEverything() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        String text = "x".repeat(1 << 20);
        for (int i = 0; i < 16; i++) {
            connection.write(text);
        }
        connection.write("goodbye");
        connection.closeAfterFlush(LONG);
        connection.write("too late");
        for (int i = 0; i < 16; i++) {
            assertThat(client.receive()).isEqualTo(text);
        }
        assertThat(client.receive()).isEqualTo("goodbye");
        assertThat(client.drain()).isZero();
        client.close();
        next(handler.closed);
        assertThat(eventsOf(TcpConnectionCloseEvent.class)).hasSize(1);
    }

    @Test
    void unreadInputDoesNotDestroyTheGoodbye() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        Thread flood =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        while (true) {
                                            client.sendBytes(new byte[8192]);
                                        }
                                    } catch (IOException e) {
                                        // The server's end of the connection is what ends this.
                                    }
                                });
        connection.write("goodbye");
        connection.closeAfterFlush(Duration.ofMillis(500));
        assertThat(client.receive()).isEqualTo("goodbye");
        next(handler.closed);
        flood.join();
    }

    @Test
    void aPeerThatReadsNothingIsCutOffAtTheBound() throws Exception {
        connect(server(handler));
        NettyConnection connection = next(handler.opened);
        String text = "x".repeat(1 << 20);
        for (int i = 0; i < 16; i++) {
            connection.write(text);
        }
        connection.closeAfterFlush(Duration.ofMillis(100));
        assertThat(connection.isOpen()).isFalse();
        assertThat(next(handler.closed)).isSameAs(connection);
    }

    @Test
    void aPeerThatDoesNotCloseIsCutOffAtTheBound() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        connection.write("goodbye");
        connection.closeAfterFlush(Duration.ofMillis(100));
        assertThat(client.receive()).isEqualTo("goodbye");
        assertThat(next(handler.closed)).isSameAs(connection);
    }

    @Test
    void closingAtOnceWinsOverAFlush() throws Exception {
        connect(server(handler));
        NettyConnection connection = next(handler.opened);
        String text = "x".repeat(1 << 20);
        for (int i = 0; i < 16; i++) {
            connection.write(text);
        }
        connection.closeAfterFlush(LONG);
        connection.close();
        assertThat(next(handler.closed)).isSameAs(connection);
    }

    @Test
    void closingAtOnceDoesNotWaitForAPeerThatReadsNothing() throws Exception {
        connect(server(handler));
        NettyConnection connection = next(handler.opened);
        String text = "x".repeat(1 << 20);
        runOnLoop(
                connection,
                () -> {
                    for (int i = 0; i < 16; i++) {
                        connection.write(text);
                    }
                });
        assertThat(onLoop(connection, connection::pendingBytes)).isGreaterThan(1 << 20);
        runOnLoop(connection, connection::close);
        runOnLoop(connection, () -> {});
        assertThat(handler.closed).containsExactly(connection);
    }

    @Test
    void closingWithinAFrameStopsTheBatch() throws Exception {
        var client =
                connect(
                        server(
                                new RecordingHandler() {
                                    @Override
                                    public void onFrame(NettyConnection connection, Object frame) {
                                        handler.frames.add((String) frame);
                                        connection.write("bye");
                                        connection.close();
                                    }

                                    @Override
                                    public void onClosed(NettyConnection connection) {
                                        handler.closed.add(connection);
                                    }
                                }));
        client.send("a", "b", "c");
        assertThat(client.receive()).isEqualTo("bye");
        next(handler.closed);
        assertThat(handler.frames).containsExactly("a");
    }

    @Test
    void aFailureWhenClosedIsContained() throws Exception {
        var server =
                server(
                        new RecordingHandler() {
                            @Override
                            public void onClosed(NettyConnection connection) {
                                handler.closed.add(connection);
                                throw new IllegalStateException("on purpose");
                            }
                        });
        connect(server).close();
        NettyConnection connection = next(handler.closed);
        await().until(() -> connection.listenerFailures() == 1);
        assertThat(server.getOpenConnectionIds()).isEmpty();
    }

    @Test
    void anAttachmentStaysUntilItIsReplaced() throws Exception {
        connect(server(handler));
        NettyConnection connection = next(handler.opened);
        assertThat(connection.attachment()).isNull();
        connection.attach("session");
        assertThat(connection.attachment()).isEqualTo("session");
        connection.attach(null);
        assertThat(connection.attachment()).isNull();
    }
}
