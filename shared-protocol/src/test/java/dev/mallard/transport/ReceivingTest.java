package dev.mallard.transport;

import static dev.mallard.transport.RecordingHandler.next;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.springframework.integration.ip.IpHeaders;
import org.springframework.integration.ip.tcp.connection.TcpConnectionCloseEvent;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.ErrorMessage;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** What comes from a peer, and what becomes of it when somebody fails. */
class ReceivingTest extends TransportFixture {

    private final RecordingHandler handler = new RecordingHandler();

    @Test
    void aFrameMayComeOneByteAtATime() throws Exception {
        var client = connect(server(handler));
        for (byte b : TextCodec.frame("slowly")) {
            client.sendBytes(b);
        }
        assertThat(next(handler.frames)).isEqualTo("slowly");
    }

    @Test
    void manyFramesMayComeInOneSegment() throws Exception {
        var client = connect(server(handler));
        String[] texts = new String[1000];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = "text " + i;
        }
        client.send(texts);
        for (String text : texts) {
            assertThat(next(handler.frames)).isEqualTo(text);
        }
    }

    @Test
    void aFrameMayBeLargerThanTheReceiveBuffer() throws Exception {
        var client = connect(server(handler));
        String large = "x".repeat(TextCodec.LONGEST);
        client.send(large, "after");
        assertThat(next(handler.frames)).isEqualTo(large);
        assertThat(next(handler.frames)).isEqualTo("after");
    }

    @Test
    void theLastFramesBeforeTheEndAreDelivered() throws Exception {
        var client = connect(server(handler));
        client.send("one", "two");
        client.close();
        assertThat(next(handler.frames)).isEqualTo("one");
        assertThat(next(handler.frames)).isEqualTo("two");
        next(handler.closed);
    }

    @Test
    void theStartOfAnIncompleteFrameIsKnown() throws Exception {
        var client = connect(server(handler));
        NettyConnection connection = next(handler.opened);
        assertThat(connection.partialFrameSinceNanos()).isZero();
        long before = System.nanoTime();
        client.sendBytes(TextCodec.frame("whole"));
        client.sendBytes((byte) 0);
        await().until(() -> connection.partialFrameSinceNanos() != 0);
        long since = connection.partialFrameSinceNanos();
        assertThat(since - before).isPositive();
        assertThat(System.nanoTime() - since).isNotNegative();
        client.sendBytes((byte) 0, (byte) 0, (byte) 1, (byte) 'x');
        assertThat(next(handler.frames)).isEqualTo("whole");
        assertThat(next(handler.frames)).isEqualTo("x");
        await().until(() -> connection.partialFrameSinceNanos() == 0);
    }

    @Test
    void aFailureOfTheListenerCostsOneFrameOnly() throws Exception {
        var server =
                server(
                        new RecordingHandler() {
                            @Override
                            public void onFrame(NettyConnection connection, Object frame) {
                                if (frame.equals("bad")) {
                                    throw new IllegalStateException("on purpose");
                                }
                                if (frame.equals("worse")) {
                                    throw new AssertionError("on purpose");
                                }
                                connection.write(frame + " " + connection.listenerFailures());
                            }
                        });
        var first = connect(server);
        var second = connect(server);
        first.send("bad", "good", "worse", "better");
        assertThat(first.receive()).isEqualTo("good 1");
        assertThat(first.receive()).isEqualTo("better 2");
        second.send("other");
        assertThat(second.receive()).isEqualTo("other 0");
    }

    @Test
    void aFailureWhenOpeningClosesTheConnection() throws Exception {
        var server =
                server(
                        new RecordingHandler() {
                            @Override
                            public void onOpen(NettyConnection connection) {
                                throw new IllegalStateException("on purpose");
                            }

                            @Override
                            public void onClosed(NettyConnection connection) {
                                handler.closed.add(connection);
                            }
                        });
        assertThat(connect(server).isEnded()).isTrue();
        next(handler.closed);
    }

    @Test
    void afterARefusedFrameTheHandlerStillSaysWhy() throws Exception {
        var client =
                connect(
                        server(
                                new RecordingHandler() {
                                    @Override
                                    public void onFrame(NettyConnection connection, Object frame) {
                                        handler.frames.add((String) frame);
                                    }

                                    @Override
                                    public void onDecodeFailure(
                                            NettyConnection connection, FrameException failure) {
                                        handler.failures.add(failure);
                                        connection.write("refused: " + failure.getMessage());
                                        connection.closeAfterFlush(java.time.Duration.ofSeconds(5));
                                    }
                                }));
        client.send("fine");
        client.sendBytes((byte) 0x7f, (byte) 0, (byte) 0, (byte) 0);
        client.sendBytes(new byte[100_000]);
        assertThat(client.receive()).isEqualTo("refused: text too long: 2130706432");
        assertThat(client.isEnded()).isTrue();
        assertThat(handler.frames).containsExactly("fine");
        assertThat(next(handler.failures)).hasNoCause();
        assertThat(handler.failures).isEmpty();
    }

    @Test
    void aRefusedFrameClosesWhenTheHandlerDoesNotCare() throws Exception {
        var client = connect(server((connection, frame) -> connection.write(frame)));
        client.sendBytes((byte) 0x7f, (byte) 0, (byte) 0, (byte) 0);
        assertThat(client.isEnded()).isTrue();
    }

    @Test
    void aPlainListenerGetsMessagesWithHeadersAndIsClosedAfterARefusal() throws Exception {
        List<Object> payloads = new CopyOnWriteArrayList<>();
        List<Object> ids = new CopyOnWriteArrayList<>();
        BlockingQueue<Message<?>> errors = new LinkedBlockingQueue<>();
        var factory = serverFactory(loops(1), TransportOptions.forClients());
        factory.registerListener(
                message -> {
                    if (message instanceof ErrorMessage) {
                        errors.add(message);
                    } else {
                        payloads.add(message.getPayload());
                        ids.add(message.getHeaders().get(IpHeaders.CONNECTION_ID, String.class));
                        assertThat(message.getHeaders().getId()).isNull();
                        assertThat(message.getHeaders().getTimestamp()).isNull();
                    }
                });
        factory.start();
        var client = connect(factory);
        client.send("a", "b");
        client.sendBytes((byte) -1, (byte) 0, (byte) 0, (byte) 0);
        assertThat(client.isEnded()).isTrue();

        Message<?> error = next(errors);
        assertThat(error.getPayload()).isInstanceOf(FrameException.class);
        assertThat(payloads).containsExactly("a", "b");
        assertThat(ids).hasSize(2).containsOnly(error.getHeaders().get(IpHeaders.CONNECTION_ID));
        await().until(() -> !eventsOf(TcpConnectionCloseEvent.class).isEmpty());
    }

    @Test
    void discardedInputIsNotDelivered() throws Exception {
        var client =
                connect(
                        server(
                                new RecordingHandler() {
                                    @Override
                                    public void onFrame(NettyConnection connection, Object frame) {
                                        handler.frames.add((String) frame);
                                        connection.discardInput();
                                    }

                                    @Override
                                    public void onClosed(NettyConnection connection) {
                                        handler.closed.add(connection);
                                    }
                                }));
        client.send("first", "second");
        client.send("third");
        assertThat(next(handler.frames)).isEqualTo("first");
        client.close();
        next(handler.closed);
        assertThat(handler.frames).isEmpty();
    }
}
