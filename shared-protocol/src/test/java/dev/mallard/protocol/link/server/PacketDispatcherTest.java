package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.message.C2SJoinRoomRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CJoinRoomResponse;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Each request reaches its handler and gets exactly one end. */
class PacketDispatcherTest {

    private static final int USER = 7;
    private static final long SESSION = 5;
    private static final GamePacket JOIN =
            GamePacket.newBuilder()
                    .setJoinRoomRequest(C2SJoinRoomRequest.newBuilder().setRoomId(3))
                    .build();
    private static final GamePacket JOINED =
            GamePacket.newBuilder()
                    .setJoinRoomResponse(S2CJoinRoomResponse.newBuilder().setSuccess(true))
                    .build();

    private final RecordingLinkChannel channel = new RecordingLinkChannel();
    private final GatewayLink link = new GatewayLink(channel, "gateway", 0);
    private final SessionDirectory sessions = new SessionDirectory();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    PacketDispatcherTest() {
        sessions.open(new UserSession(USER, "ann", SESSION, link));
    }

    @Test
    void answersWithWhatTheHandlerSays() {
        dispatch(joins(request -> request.answer(JOINED)), JOIN);
        assertAnswered(JOINED);
        assertThat(
                        meters.counter(
                                        "mallard.link.requests",
                                        "type",
                                        "JOIN_ROOM_REQUEST",
                                        "outcome",
                                        "served")
                                .count())
                .isOne();
    }

    @Test
    void handsOverSenderAndPacket() {
        dispatch(
                joins(
                        request -> {
                            assertThat(request.sender().nickname()).isEqualTo("ann");
                            assertThat(request.packet()).isEqualTo(JOIN);
                            request.answer(JOINED);
                        }),
                JOIN);
        assertAnswered(JOINED);
    }

    @Test
    void aHandlerThatSaysNothingIsDone() {
        dispatch(joins(request -> {}), JOIN);
        assertThat(channel.frames()).containsExactly(new LinkFrame.Done(USER, SESSION));
    }

    @Test
    void onlyTheFirstAnswerCounts() {
        dispatch(
                joins(
                        request -> {
                            request.answer(JOINED);
                            request.reject(ErrorCode.ROOM_FULL);
                            request.done();
                        }),
                JOIN);
        assertAnswered(JOINED);
    }

    @Test
    void aRejectionBecomesItsError() {
        dispatch(
                joins(
                        request -> {
                            throw new RequestRejectedException(ErrorCode.ROOM_FULL);
                        }),
                JOIN);
        assertError(ErrorCode.ROOM_FULL);
        assertThat(channel.answers().getFirst().protocolError()).isFalse();
    }

    @Test
    void aFailureTellsTheClientNothingOfItself() {
        dispatch(
                joins(
                        request -> {
                            throw new IllegalStateException("secret detail");
                        }),
                JOIN);
        assertError(ErrorCode.INTERNAL_ERROR);
    }

    @Test
    void aTypeWithoutHandlerIsUnknown() {
        dispatch(dispatcher(List.of()), JOIN);
        assertError(ErrorCode.UNKNOWN_PACKET_TYPE);
    }

    @Test
    void aTypeOfServersIsUnknown() {
        dispatch(dispatcher(List.of()), PacketType.S_GET_OUT.id(), SESSION, bytes("aa7d00"));
        assertError(ErrorCode.UNKNOWN_PACKET_TYPE);
    }

    @Test
    void aPayloadThatCannotBeReadIsMalformed() {
        dispatch(
                joins(request -> request.answer(JOINED)),
                PacketType.JOIN_ROOM_REQUEST.id(),
                SESSION,
                bytes("ffff"));
        assertError(ErrorCode.MALFORMED_PAYLOAD);
        assertThat(channel.answers().getFirst().protocolError()).isTrue();
    }

    @Test
    void aPacketOfAnOlderSessionIsIgnored() {
        dispatch(
                joins(request -> request.answer(JOINED)),
                PacketType.JOIN_ROOM_REQUEST.id(),
                SESSION - 1,
                Unpooled.wrappedBuffer(JOIN.toByteArray()));
        assertThat(channel.frames()).isEmpty();
    }

    @Test
    void aStrangerIsToldSo() {
        sessions.close(USER, SESSION);
        dispatch(joins(request -> request.answer(JOINED)), JOIN);
        assertError(ErrorCode.USER_NOT_IN_LOBBY);
    }

    @Test
    void aFrequentPacketThatIsDoneCostsNoFrame() {
        PacketDispatcher dispatcher =
                dispatcher(
                        List.of(
                                handler(
                                        PacketType.C_PLAYER_POSITION_UPDATE_REQUEST,
                                        request -> {})));
        dispatch(dispatcher, 4001, SESSION, bytes("aa010a0d0000c03f15000000c0"));
        assertThat(channel.frames()).isEmpty();
    }

    @Test
    void refusesTwoHandlersForOneType() {
        PacketHandler one = handler(PacketType.JOIN_ROOM_REQUEST, request -> {});
        PacketHandler two = handler(PacketType.JOIN_ROOM_REQUEST, request -> {});
        assertThatThrownBy(() -> dispatcher(List.of(one, two)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JOIN_ROOM_REQUEST");
    }

    @Test
    void refusesAHandlerForAServersPacket() {
        PacketHandler wrong = handler(PacketType.JOIN_ROOM_RESPONSE, request -> {});
        assertThatThrownBy(() -> dispatcher(List.of(wrong)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("JOIN_ROOM_RESPONSE");
    }

    private PacketDispatcher joins(Consumer<Request> behaviour) {
        return dispatcher(List.of(handler(PacketType.JOIN_ROOM_REQUEST, behaviour)));
    }

    private PacketDispatcher dispatcher(List<PacketHandler> handlers) {
        return new PacketDispatcher(
                handlers,
                sessions,
                new Outbound(sessions),
                (request, task) -> task.run(),
                Clock.systemUTC(),
                new HandlerTracing(null),
                meters);
    }

    private void dispatch(PacketDispatcher dispatcher, GamePacket packet) {
        dispatch(
                dispatcher,
                PacketType.JOIN_ROOM_REQUEST.id(),
                SESSION,
                Unpooled.wrappedBuffer(packet.toByteArray()));
    }

    private void dispatch(
            PacketDispatcher dispatcher, int packetType, long session, ByteBuf payload) {
        dispatcher.dispatch(link, new LinkFrame.Request(packetType, USER, session, payload));
    }

    private void assertAnswered(GamePacket packet) {
        assertThat(channel.frames()).hasSize(1);
        LinkFrame.Answer answer = channel.answers().getFirst();
        assertThat(answer.endsRequest()).isTrue();
        assertThat(answer.userId()).isEqualTo(USER);
        assertThat(answer.sessionNumber()).isEqualTo(SESSION);
        assertThat(RecordingLinkChannel.packet(answer)).isEqualTo(packet);
    }

    private void assertError(ErrorCode code) {
        assertThat(channel.frames()).hasSize(1);
        LinkFrame.Answer answer = channel.answers().getFirst();
        assertThat(answer.endsRequest()).isTrue();
        assertThat(RecordingLinkChannel.packet(answer).getErrorNotification().getErrorMessage())
                .isEqualTo(code.text());
    }

    private static ByteBuf bytes(String hex) {
        return Unpooled.wrappedBuffer(java.util.HexFormat.of().parseHex(hex));
    }

    private static PacketHandler handler(PacketType type, Consumer<Request> behaviour) {
        return new PacketHandler() {
            @Override
            public PacketType type() {
                return type;
            }

            @Override
            public void handle(Request request) {
                behaviour.accept(request);
            }
        };
    }
}
