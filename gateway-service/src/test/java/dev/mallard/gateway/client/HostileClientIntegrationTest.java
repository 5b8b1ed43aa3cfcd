package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;

/** What a client sends that no proper client would send, and what it gets for it. */
class HostileClientIntegrationTest {

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.frame-timeout=1s",
                                "mallard.gateway.client.login-timeout=3s")
                        .awaitLinks();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // An HTTP request.
                "474554202f20485454502f312e310d0a0d0a",
                // Another version, of the same length and of others.
                "07d6 05 312e302e31 00000000",
                "07d6 04 312e302e 00000000",
                "07d6 ff",
                "07d6 00 00000000"
            })
    void otherVersionsAreSentAway(String hex) throws IOException {
        long before = gateway.counters().disconnects(DisconnectReason.WRONG_VERSION);
        try (TestClient client = gateway.connect().sendHex(hex)) {
            client.expectGetOut();
        }
        assertThat(gateway.counters().disconnects(DisconnectReason.WRONG_VERSION))
                .isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "03eb 05 312e302e30 ffffffff",
                "03eb 05 312e302e30 80000000",
                "03eb 05 312e302e30 00001001"
            })
    void largeFramesEndTheConnectionWithTheirHeader(String hex) throws IOException {
        try (TestClient client = gateway.connect().sendHex(hex)) {
            assertThat(client.readError()).isEqualTo("FRAME_TOO_LARGE");
            client.expectGetOut();
        }
    }

    @Test
    void largerFramesAreAllowedAfterTheLogin() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            GamePacket large =
                    GamePacket.newBuilder()
                            .setCreateRoomRequest(
                                    C2SCreateRoomRequest.newBuilder()
                                            .setRoomName("x".repeat(60_000)))
                            .build();
            client.send(large);
            assertThat(GamePacket.parseFrom(LOBBY.request().payload())).isEqualTo(large);
            client.sendHex("07d1 05 312e302e30 00010001");
            assertThat(client.readError()).isEqualTo("FRAME_TOO_LARGE");
            client.expectGetOut();
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 7, 1002, 1005, 1006, 1007, 1501, 1502, 3005, 3007, 4030, 4031, 7001, 65535})
    void packetsThatNoClientMaySendAreUnknown(int packetType) throws IOException {
        try (TestClient client = gateway.connect()) {
            client.sendHex("%04x05312e302e3000000000".formatted(packetType));
            assertThat(client.readError()).isEqualTo("UNKNOWN_PACKET_TYPE");
            client.send(roomList());
            assertThat(client.readError()).isEqualTo("NOT_LOGGED_IN");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // No payload, bytes that are no message, another message, a message that ends
                // early.
                "03eb 05 312e302e30 00000000",
                "03eb 05 312e302e30 00000003 ffffff",
                "03eb 05 312e302e30 00000002 5200",
                "03e9 05 312e302e30 00000002 0a05"
            })
    void payloadsThatCannotBeReadLeaveTheConnectionOpen(String hex) throws IOException {
        try (TestClient client = gateway.connect().sendHex(hex)) {
            assertThat(client.readError()).isEqualTo("MALFORMED_PAYLOAD");
            client.send(roomList());
            assertThat(client.readError()).isEqualTo("NOT_LOGGED_IN");
        }
    }

    @Test
    void tooManyProtocolErrorsEndTheConnection() throws IOException {
        try (TestClient client = gateway.connect()) {
            for (int i = 0; i < 20; i++) {
                client.sendHex("ffff 05 312e302e30 00000000");
                assertThat(client.readError()).isEqualTo("UNKNOWN_PACKET_TYPE");
            }
            client.sendHex("ffff 05 312e302e30 00000000");
            client.expectGetOut();
        }
    }

    @Test
    void errorsThatAServiceFindsCountAlike() throws Exception {
        GamePacket error = Packets.error(ErrorCode.MALFORMED_PAYLOAD, 0);
        try (TestClient client = gateway.loggedIn()) {
            for (int i = 0; i < 20; i++) {
                LOBBY.refuse(error, client.userId());
                assertThat(client.readError()).isEqualTo("MALFORMED_PAYLOAD");
            }
            LOBBY.refuse(error, client.userId());
            client.expectGetOut();
        }
    }

    @Test
    void whoeverSendsTooFastIsToldAndHasToGo() throws IOException {
        byte[] request = HexFormat.of().parseHex("07d605312e302e30000000025200");
        byte[] burst = new byte[request.length * 3_000];
        for (int i = 0; i < 3_000; i++) {
            System.arraycopy(request, 0, burst, i * request.length, request.length);
        }
        try (TestClient client = gateway.connect().sendRaw(burst)) {
            String error = client.readError();
            int answered = 0;
            while (error.equals("NOT_LOGGED_IN")) {
                answered++;
                error = client.readError();
            }
            assertThat(error).isEqualTo("RATE_LIMITED");
            assertThat(answered).isBetween(1_000, 2_000);
            client.expectGetOut();
        }
        assertThat(gateway.counters().disconnects(DisconnectReason.RATE_LIMITED)).isPositive();
    }

    @Test
    void aFrameThatTricklesInHasToBeCompleteInTime() throws Exception {
        try (TestClient client = gateway.connect()) {
            client.sendHex("03eb 05 31");
            client.expectGetOut();
        }
        assertThat(gateway.counters().disconnects(DisconnectReason.FRAME_TIMEOUT)).isPositive();
    }

    @Test
    void whoeverDoesNotLogInInTimeHasToGo() throws IOException {
        try (TestClient client = gateway.connect()) {
            client.expectGetOut();
        }
        assertThat(gateway.counters().disconnects(DisconnectReason.LOGIN_TIMEOUT)).isPositive();
    }

    @Test
    void framesMayArriveByteByByte() throws IOException {
        try (TestClient client = gateway.connect()) {
            for (byte b : HexFormat.of().parseHex("07d605312e302e30000000025200")) {
                client.sendRaw(new byte[] {b});
            }
            assertThat(client.readError()).isEqualTo("NOT_LOGGED_IN");
        }
    }

    @Test
    void framesBehindALoginWaitForIt() throws Exception {
        String name = gateway.newUser();
        try (TestClient client = gateway.connect().register(name)) {
            client.requestLogin(name).send(roomList()).send(roomList());
            client.read(PayloadCase.LOGIN_RESPONSE);
            assertThat(LOBBY.request().packetType()).isEqualTo(2006);
            assertThat(LOBBY.request().packetType()).isEqualTo(2006);
        }
    }

    @Test
    void anUnknownUserCostsAsMuchAsAWrongPassword() throws Exception {
        String known = gateway.newUser();
        gateway.connect().register(known).close();
        try (TestClient guessing = gateway.connect()) {
            for (String name : List.of("nobody", known)) {
                long before = hashes();
                assertThat(guessing.requestLogin(name, "wrong-password").readError())
                        .isEqualTo("LOGIN_FAILED");
                assertThat(hashes()).as("hashes computed for %s", name).isEqualTo(before + 1);
            }
        }
    }

    private static long hashes() {
        return gateway
                .bean(MeterRegistry.class)
                .get("mallard.gateway.password.hashing")
                .timers()
                .stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void aConnectionThatClosesLeavesNothingBehind() throws IOException {
        TestClient client = gateway.loggedIn();
        SessionRegistry registry = gateway.bean(SessionRegistry.class);
        assertThat(registry.find(client.userId())).isNotNull();
        client.close();
        await().until(() -> registry.find(client.userId()) == null);
        assertThat(gateway.counters().disconnects(DisconnectReason.CLIENT_CLOSED)).isPositive();
    }

    private static GamePacket roomList() {
        return GamePacket.newBuilder()
                .setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance())
                .build();
    }
}
