package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.client.ConnectionEnd;
import dev.mallard.bots.client.GameClient;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Whatever one connection sends, it gets its answer, and a player who did nothing notices nothing. */
@Timeout(900)
class BadInputSystemTest {

    private static final byte[] NO_PROTOBUF = {0x0A, 0x7F, 1};

    private static SuiteProcesses suite;
    private static GameClient innocent;
    private RawConnection raw;

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteProcesses.started("bad-input", Map.of());
        innocent = Players.newPlayer(suite, "innocent");
        GameClient hostile = suite.connect();
        hostile.register(Players.email("hostile"), Players.PASSWORD, "hostile");
        hostile.close();
    }

    @AfterAll
    static void stop() throws Exception {
        innocent.close();
        suite.close();
    }

    @BeforeEach
    void connect() throws Exception {
        raw = new RawConnection(suite.portOf(Service.GATEWAY));
    }

    @AfterEach
    void theInnocentHasNoticedNothing() throws Exception {
        raw.close();
        assertThat(innocent.listRooms().getRoomsCount()).isZero();
        assertThat(innocent.closed()).isNotDone();
    }

    @Test
    void bytesOfAnotherProtocol() throws Exception {
        raw.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        raw.expectGetOutAndEnd();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.1", "1.0", "2.0.0-and-much-longer-than-any-version"})
    void aVersionThatTheServerDoesNotSpeak(String version) throws Exception {
        raw.send(RawConnection.frame(PacketType.GET_ROOM_LIST_REQUEST.id(), version, 0));
        raw.expectGetOutAndEnd();
    }

    @ParameterizedTest
    @ValueSource(ints = {4097, Integer.MAX_VALUE, -1})
    void aPayloadLengthBeyondTheLimit(int announced) throws Exception {
        raw.send(RawConnection.frame(PacketType.LOGIN_REQUEST.id(), "1.0.0", announced));
        raw.expectError("FRAME_TOO_LARGE");
        raw.expectGetOutAndEnd();
    }

    @Test
    void aFrameInPiecesOfOneByteWorks() throws Exception {
        for (byte piece : RawConnection.bytes(loginRequest())) {
            raw.send(piece);
        }
        assertThat(raw.read().getLoginResponse().getSuccess()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1005, 1006, 1501, 1502, 3005, 3007, 4030, 4031, 12345, 65535})
    void typesThatNoClientMaySend(int type) throws Exception {
        raw.sendFrame(type);
        raw.expectError("UNKNOWN_PACKET_TYPE");
        raw.expectStillOpen();
    }

    @ParameterizedTest
    @EnumSource(
            value = PacketType.class,
            names = {
                "LOGIN_RESPONSE",
                "S_GET_OUT",
                "S_PLAYER_POSITION_UPDATE_NOTIFICATION",
                "S_ERROR_NOTIFICATION",
                "S_GAME_CLEAR_NOTIFICATION"
            })
    void typesThatOnlyAServerSends(PacketType type) throws Exception {
        raw.sendFrame(type.id());
        raw.expectError("UNKNOWN_PACKET_TYPE");
        raw.expectStillOpen();
    }

    @Test
    void aPayloadThatIsNoPacket() throws Exception {
        raw.sendFrame(PacketType.LOGIN_REQUEST.id(), NO_PROTOBUF);
        raw.expectError("MALFORMED_PAYLOAD");
        raw.expectStillOpen();
    }

    @Test
    void aPayloadThatDoesNotFitItsType() throws Exception {
        raw.sendFrame(PacketType.REGISTER_REQUEST.id(), loginRequest().toByteArray());
        raw.expectError("MALFORMED_PAYLOAD");
        raw.sendFrame(PacketType.LOGIN_REQUEST.id());
        raw.expectError("MALFORMED_PAYLOAD");
        raw.expectStillOpen();
    }

    @Test
    void badPayloadsForTheLobby() throws Exception {
        login();
        raw.sendFrame(PacketType.CREATE_ROOM_REQUEST.id(), NO_PROTOBUF);
        raw.expectError("MALFORMED_PAYLOAD");
        raw.sendFrame(PacketType.JOIN_ROOM_REQUEST.id());
        raw.expectError("MALFORMED_PAYLOAD");
        raw.sendFrame(PacketType.JOIN_ROOM_REQUEST.id(), loginRequest().toByteArray());
        raw.expectError("MALFORMED_PAYLOAD");
        expectRoomList();
    }

    @ParameterizedTest
    @EnumSource(
            value = PacketType.class,
            names = {
                "CREATE_ROOM_REQUEST",
                "GET_ROOM_LIST_REQUEST",
                "PREPARE_GAME_REQUEST",
                "START_GAME_REQUEST",
                "C_PLAYER_ATTACK_REQUEST"
            })
    void packetsThatNeedALogin(PacketType type) throws Exception {
        raw.sendFrame(type.id());
        raw.expectError("NOT_LOGGED_IN");
        raw.expectStillOpen();
    }

    @Test
    void aSecondLoginOnOneConnection() throws Exception {
        login();
        raw.send(loginRequest());
        raw.expectError("ALREADY_LOGGED_IN");
        expectRoomList();
    }

    @Test
    void gamePacketsOutsideAGameAreDroppedInSilence() throws Exception {
        login();
        raw.sendFrame(PacketType.C_PLAYER_POSITION_UPDATE_REQUEST.id(), NO_PROTOBUF);
        raw.sendFrame(PacketType.START_GAME_REQUEST.id());
        raw.sendFrame(PacketType.S_PLAYER_CHATTING_REQUEST.id());
        expectRoomList();
    }

    @Test
    void whoKeepsSendingNonsenseHasToGo() throws Exception {
        for (int error = 1; error <= 20; error++) {
            raw.sendFrame(12345);
            raw.expectError("UNKNOWN_PACKET_TYPE");
        }
        raw.sendFrame(12345);
        GamePacket last = raw.read();
        if (last.hasErrorNotification()) {
            last = raw.read();
        }
        assertThat(last.hasGetOut()).isTrue();
    }

    @Test
    void whoSendsTooFastHasToGo() throws Exception {
        byte[] request = RawConnection.frame(PacketType.GET_ROOM_LIST_REQUEST.id(), "1.0.0", 0);
        byte[] flood = new byte[request.length * 3_000];
        for (int i = 0; i < flood.length; i++) {
            flood[i] = request[i % request.length];
        }
        raw.send(flood);
        GamePacket answer = raw.read();
        while (answer.getErrorNotification().getErrorMessage().startsWith("NOT_LOGGED_IN")) {
            answer = raw.read();
        }
        assertThat(answer.getErrorNotification().getErrorMessage()).startsWith("RATE_LIMITED");
        assertThat(raw.read().hasGetOut()).isTrue();
    }

    @Test
    void aNewLoginOfTheAccountEndsTheOldConnection() throws Exception {
        try (GameClient old = Players.newPlayer(suite, "twice");
                GameClient fresh = Players.returningPlayer(suite, "twice")) {
            assertThat(old.closed().get(10, TimeUnit.SECONDS)).isEqualTo(ConnectionEnd.GET_OUT);
            assertThat(fresh.listRooms().getRoomsList()).isEmpty();
        }
    }

    private void login() throws IOException {
        raw.send(loginRequest());
        assertThat(raw.read().hasLoginResponse()).isTrue();
    }

    private void expectRoomList() throws IOException {
        raw.sendFrame(PacketType.GET_ROOM_LIST_REQUEST.id());
        assertThat(raw.read().hasGetRoomListResponse()).isTrue();
    }

    private static GamePacket loginRequest() {
        return GamePacket.newBuilder()
                .setLoginRequest(
                        C2SLoginRequest.newBuilder()
                                .setEmail(Players.email("hostile"))
                                .setPassword(Players.PASSWORD))
                .build();
    }
}
