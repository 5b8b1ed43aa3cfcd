package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.GamePacket;

import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

class LocalHandlersTest {

    private static final GamePacket LOGIN =
            GamePacket.newBuilder()
                    .setLoginRequest(C2SLoginRequest.newBuilder().setEmail("a@example.com"))
                    .build();

    private final SessionFixture fixture = new SessionFixture(Map.of());

    /** Answers with a given stage. */
    private record Scripted(CompletionStage<Void> stage) implements LocalHandler {

        @Override
        public PacketType type() {
            return PacketType.LOGIN_REQUEST;
        }

        @Override
        public CompletionStage<Void> handle(ClientSession session, GamePacket packet) {
            assertThat(packet).isEqualTo(LOGIN);
            return stage;
        }
    }

    /** Fails before there is a stage. */
    private record Broken() implements LocalHandler {

        @Override
        public PacketType type() {
            return PacketType.LOGIN_REQUEST;
        }

        @Override
        public CompletionStage<Void> handle(ClientSession session, GamePacket packet) {
            throw new IllegalStateException("broken for a test");
        }
    }

    @Test
    void theNextPacketsWaitForAHandlerThatIsNotDone() {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        serve(new Scripted(stage), Duration.ofMinutes(1));
        verify(fixture.connection).setReading(false);
        verify(fixture.connection, never()).setReading(true);
        stage.complete(null);
        verify(fixture.connection).setReading(true);
        assertThat(fixture.sent).isEmpty();
    }

    @Test
    void theNextPacketsDoNotWaitForAHandlerThatIsDone() {
        serve(new Scripted(CompletableFuture.completedFuture(null)), Duration.ofMinutes(1));
        verify(fixture.connection, never()).setReading(false);
    }

    @Test
    void aRejectionIsAnsweredWithItsError() {
        CompletableFuture<Void> stage = new CompletableFuture<>();
        serve(new Scripted(stage.thenApply(done -> done)), Duration.ofMinutes(1));
        stage.completeExceptionally(new RequestRejectedException(ErrorCode.LOGIN_FAILED));
        assertThat(fixture.sentNames()).containsExactly("LOGIN_FAILED");
        verify(fixture.connection).setReading(true);
    }

    @Test
    void anyOtherFailureIsAnsweredWithoutDetails() {
        serve(new Broken(), Duration.ofMinutes(1));
        serve(
                new Scripted(
                        CompletableFuture.failedFuture(
                                new CompletionException(new IllegalStateException("for a test")))),
                Duration.ofMinutes(1));
        assertThat(fixture.sentNames()).containsExactly("INTERNAL_ERROR", "INTERNAL_ERROR");
    }

    @Test
    void aHandlerThatTakesTooLongIsGivenUp() {
        serve(new Scripted(new CompletableFuture<>()), Duration.ofMillis(20));
        await().untilAsserted(
                        () ->
                                assertThat(List.copyOf(fixture.sentNames()))
                                        .containsExactly("SERVER_BUSY"));
        await().untilAsserted(() -> verify(fixture.connection).setReading(true));
    }

    @Test
    void tooManyPacketsThatCannotBeReadEndTheSession() {
        SessionFixture strict =
                new SessionFixture(Map.of("mallard.gateway.client.protocol-errors", "1"));
        LocalHandlers handlers = new LocalHandlers(List.of(new Broken()), Duration.ofMinutes(1));
        ClientFrame unreadable =
                new ClientFrame(1003, Unpooled.wrappedBuffer(new byte[] {(byte) 0xff}));
        handlers.serve(strict.session, PacketType.LOGIN_REQUEST, unreadable);
        handlers.serve(strict.session, PacketType.LOGIN_REQUEST, unreadable);
        assertThat(strict.sentNames()).containsExactly("MALFORMED_PAYLOAD", "GET_OUT");
        assertThat(strict.session.state())
                .isEqualTo(new Closing(DisconnectReason.TOO_MANY_PROTOCOL_ERRORS));
    }

    @Test
    void oneTypeHasOneHandler() {
        assertThatIllegalStateException()
                .isThrownBy(
                        () ->
                                new LocalHandlers(
                                        List.of(new Broken(), new Broken()), Duration.ofMinutes(1)))
                .withMessageContaining("two handlers serve LOGIN_REQUEST");
    }

    private void serve(LocalHandler handler, Duration timeout) {
        new LocalHandlers(List.of(handler), timeout)
                .serve(
                        fixture.session,
                        PacketType.LOGIN_REQUEST,
                        new ClientFrame(1003, Unpooled.wrappedBuffer(LOGIN.toByteArray())));
    }
}
