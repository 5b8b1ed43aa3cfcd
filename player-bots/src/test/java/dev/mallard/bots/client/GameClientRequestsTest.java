package dev.mallard.bots.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.S2CCreateRoomResponse;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CGetRoomListResponse;
import dev.mallard.protocol.message.S2CJoinRoomResponse;
import dev.mallard.protocol.message.S2CLeaveRoomResponse;
import dev.mallard.protocol.message.S2CLoginResponse;
import dev.mallard.protocol.message.S2CRegisterResponse;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every request of the client, and the message that answers it. */
@Timeout(30)
class GameClientRequestsTest {

    interface Call {
        Object on(GameClient client) throws InterruptedException;
    }

    record Exchange(String name, Call call, PayloadCase request, GamePacket answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Exchange> requests() {
        RoomData room = RoomData.newBuilder().setRoomId(7).build();
        return Stream.of(
                new Exchange(
                        "register",
                        c -> c.register("a@x.com", "secret1", "aaa"),
                        PayloadCase.REGISTER_REQUEST,
                        packet(
                                b ->
                                        b.setRegisterResponse(
                                                S2CRegisterResponse.newBuilder()
                                                        .setSuccess(true)))),
                new Exchange(
                        "login",
                        c -> c.login("a@x.com", "secret1"),
                        PayloadCase.LOGIN_REQUEST,
                        packet(
                                b ->
                                        b.setLoginResponse(
                                                S2CLoginResponse.newBuilder()
                                                        .setUser(User.newBuilder().setUserId(1))))),
                new Exchange(
                        "listRooms",
                        GameClient::listRooms,
                        PayloadCase.GET_ROOM_LIST_REQUEST,
                        packet(
                                b ->
                                        b.setGetRoomListResponse(
                                                S2CGetRoomListResponse.newBuilder()
                                                        .addRooms(room)))),
                new Exchange(
                        "createRoom",
                        c -> c.createRoom("room", 4),
                        PayloadCase.CREATE_ROOM_REQUEST,
                        packet(
                                b ->
                                        b.setCreateRoomResponse(
                                                S2CCreateRoomResponse.newBuilder().setRoom(room)))),
                new Exchange(
                        "join",
                        c -> c.join(7),
                        PayloadCase.JOIN_ROOM_REQUEST,
                        packet(
                                b ->
                                        b.setJoinRoomResponse(
                                                S2CJoinRoomResponse.newBuilder().setRoom(room)))),
                new Exchange(
                        "leave",
                        GameClient::leave,
                        PayloadCase.LEAVE_ROOM_REQUEST,
                        packet(
                                b ->
                                        b.setLeaveRoomResponse(
                                                S2CLeaveRoomResponse.newBuilder()
                                                        .setSuccess(true)))),
                new Exchange(
                        "prepare",
                        GameClient::prepare,
                        PayloadCase.GAME_PREPARE_REQUEST,
                        packet(
                                b ->
                                        b.setGamePrepareResponse(
                                                S2CGamePrepareResponse.newBuilder()
                                                        .setSuccess(true)))),
                new Exchange(
                        "start",
                        c -> c.start(C2SGameStartRequest.getDefaultInstance()),
                        PayloadCase.GAME_START_REQUEST,
                        packet(
                                b ->
                                        b.setGameStartNotification(
                                                S2CGameStartNotification.getDefaultInstance()))));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestReturnsTheMessageOfItsAnswer(Exchange exchange) throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
                FakeServer server = new FakeServer();
                GameClient client =
                        GameClient.connect("localhost", server.port(), Duration.ofSeconds(10))) {
            server.accept();
            Future<Object> answer = callers.submit(() -> exchange.call().on(client));
            assertThat(server.read().getPayloadCase()).isEqualTo(exchange.request());
            server.write(exchange.answer());
            assertThat(exchange.answer().getAllFields().values())
                    .containsExactly(answer.get(10, TimeUnit.SECONDS));
        }
    }

    private static GamePacket packet(Consumer<GamePacket.Builder> content) {
        GamePacket.Builder builder = GamePacket.newBuilder();
        content.accept(builder);
        return builder.build();
    }
}
