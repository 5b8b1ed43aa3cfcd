package dev.mallard.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.ClientListener;
import dev.mallard.gateway.client.DisconnectReason;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.protocol.message.GamePacket;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Hostile clients in numbers: each group gets what it deserves, and a player beside notices nothing. */
@Timeout(120)
class HostileCrowdIntegrationTest {

    private static final byte[] REQUEST = HexFormat.of().parseHex("07d605312e302e30000000025200");
    private static final byte[] LOGIN_HEADER = HexFormat.of().parseHex("03eb05312e302e3000000fff");
    private static final int PATIENCE_SECONDS = 30;

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static RunningGateway gateway;

    private Innocent innocent;

    @BeforeAll
    static void start() {
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.event-loops=1",
                                "mallard.gateway.client.frame-timeout=1s",
                                "mallard.gateway.client.login-timeout=4s",
                                "mallard.gateway.client.slow-consumer-grace=2s",
                                "mallard.gateway.accounts.throttle.per-connection=5",
                                "mallard.gateway.accounts.hashing.queue=20")
                        .awaitLinks();
    }

    @BeforeEach
    void logIn() throws IOException {
        innocent = new Innocent(gateway, LOBBY);
    }

    @AfterEach
    void logOut() throws IOException {
        innocent.close();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    private static Crowd crowd(int size) throws IOException {
        return new Crowd(gateway.bean(ClientListener.class).port(), size);
    }

    private static long ended(DisconnectReason reason) {
        return gateway.counters().disconnects(reason);
    }

    @Test
    void whoeverTricklesIsOutWhenTheFrameIsDue() throws Exception {
        int size = 300;
        long before = ended(DisconnectReason.FRAME_TIMEOUT);
        try (Crowd crowd = crowd(size)) {
            innocent.endures(
                    () ->
                            crowd.act(
                                    (socket, number) -> {
                                        OutputStream out = socket.getOutputStream();
                                        out.write(LOGIN_HEADER);
                                        while (true) {
                                            out.write(1);
                                            LockSupport.parkNanos(
                                                    TimeUnit.MILLISECONDS.toNanos(100));
                                        }
                                    },
                                    PATIENCE_SECONDS));
        }
        assertThat(ended(DisconnectReason.FRAME_TIMEOUT)).isEqualTo(before + size);
    }

    @Test
    void whoeverIsSilentIsOutWhenTheLoginIsDue() throws Exception {
        int size = 500;
        long before = ended(DisconnectReason.LOGIN_TIMEOUT);
        try (Crowd crowd = crowd(size)) {
            innocent.endures(() -> crowd.act((socket, number) -> {}, PATIENCE_SECONDS));
        }
        assertThat(ended(DisconnectReason.LOGIN_TIMEOUT)).isEqualTo(before + size);
    }

    @Test
    void whoeverFloodsIsOut() throws Exception {
        int size = 10;
        long before = ended(DisconnectReason.RATE_LIMITED);
        byte[] hundred = new byte[100 * REQUEST.length];
        for (int i = 0; i < 100; i++) {
            System.arraycopy(REQUEST, 0, hundred, i * REQUEST.length, REQUEST.length);
        }
        try (Crowd crowd = crowd(size)) {
            innocent.endures(
                    () ->
                            crowd.act(
                                    (socket, number) -> {
                                        for (int i = 0; i < 500; i++) {
                                            socket.getOutputStream().write(hundred);
                                        }
                                    },
                                    PATIENCE_SECONDS));
        }
        assertThat(ended(DisconnectReason.RATE_LIMITED)).isEqualTo(before + size);
    }

    @Test
    void garbageIsNoTrouble() throws Exception {
        int size = 200;
        try (Crowd crowd = crowd(size)) {
            innocent.endures(
                    () ->
                            crowd.act(
                                    (socket, number) -> {
                                        byte[] garbage = new byte[4096];
                                        new Random(number).nextBytes(garbage);
                                        if (number % 2 == 0) {
                                            // Begins as a frame, so that it gets further.
                                            System.arraycopy(LOGIN_HEADER, 0, garbage, 0, 9);
                                        }
                                        socket.getOutputStream().write(garbage);
                                    },
                                    PATIENCE_SECONDS));
        }
        assertThat(ended(DisconnectReason.INTERNAL_ERROR)).isZero();
    }

    @Test
    void whoeverAnnouncesTooMuchIsOutAtOnce() throws Exception {
        int size = 200;
        long before = ended(DisconnectReason.FRAME_TOO_LARGE);
        byte[] header = HexFormat.of().parseHex("03eb05312e302e30ffffffff");
        try (Crowd crowd = crowd(size)) {
            innocent.endures(
                    () ->
                            crowd.act(
                                    (socket, number) -> socket.getOutputStream().write(header),
                                    PATIENCE_SECONDS));
        }
        assertThat(ended(DisconnectReason.FRAME_TOO_LARGE)).isEqualTo(before + size);
    }

    @Test
    void whoeverDoesNotReadIsOut() throws Exception {
        long before = ended(DisconnectReason.SLOW_CONSUMER);
        GamePacket large = TestPackets.chatNotification("x".repeat(60_000));
        try (TestClient deaf = gateway.loggedIn()) {
            innocent.endures(
                    () -> {
                        for (int i = 0; i < 250; i++) {
                            LOBBY.deliver(large, deaf.userId());
                        }
                        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                                .until(() -> ended(DisconnectReason.SLOW_CONSUMER) == before + 1);
                    });
        }
    }

    @Test
    void guessedPasswordsAreThrottledAndHashedApart() throws Exception {
        String victim = gateway.newUser();
        gateway.connect().register(victim).close();
        try (Crowd crowd = crowd(40)) {
            innocent.endures(
                    () ->
                            crowd.act(
                                    (socket, number) -> {
                                        TestClient guessing = new TestClient(socket);
                                        for (int i = 0; i < 20; i++) {
                                            guessing.requestLogin(victim, "wrong-" + i);
                                        }
                                    },
                                    PATIENCE_SECONDS));
        }
        assertThat(loginsRefused("LOGIN_THROTTLED")).isPositive();
        // The address that guessed is locked out of this account, also with the right password.
        try (TestClient owner = gateway.connect().requestLogin(victim)) {
            assertThat(owner.readError()).isEqualTo("LOGIN_THROTTLED");
        }
    }

    private static double loginsRefused(String outcome) {
        return gateway.bean(MeterRegistry.class)
                .counter("mallard.gateway.logins", "outcome", outcome)
                .count();
    }

    @Test
    void aServiceThatFreezesHoldsNobodyUp() throws Exception {
        try (TestClient player = gateway.loggedIn()) {
            innocent.endures(
                    () -> {
                        GAME.freeze();
                        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                                .until(() -> !gameIsUsable());
                    });
            assertThat(player.userId()).isPositive();
        } finally {
            GAME.thaw();
            gateway.awaitLinks();
        }
    }

    private static boolean gameIsUsable() {
        return gateway.bean(UpstreamGroups.class).game().isUsable();
    }
}
