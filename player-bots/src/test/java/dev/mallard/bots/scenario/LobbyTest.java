package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.client.FakeServer;
import dev.mallard.bots.client.GameClientException;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.message.GamePacket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

@Timeout(30)
class LobbyTest {

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private FakeServer server;
    private Lobby lobby;

    @BeforeEach
    void start() throws Exception {
        server = new FakeServer();
        Duration timeout = Duration.ofSeconds(10);
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        lobby =
                new Lobby(
                        new MatchSettings("localhost", server.port(), "", timeout, timeout),
                        new Narrator(out, () -> 0));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
        callers.close();
    }

    @Test
    void registersAndLogsIn() throws Exception {
        Future<BotPlayer> player = callers.submit(() -> lobby.enter(Account.ofBot("Dora", "")));
        server.accept();
        assertThat(server.read().getRegisterRequest().getNickname()).isEqualTo("Dora");
        GamePacket.Builder registered = GamePacket.newBuilder();
        registered.getRegisterResponseBuilder().setSuccess(true);
        server.write(registered.build());
        acceptLogin();
        try (BotPlayer entered = player.get(10, TimeUnit.SECONDS)) {
            assertThat(entered.id()).isEqualTo(7);
        }
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Dora registers and logs in");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMAIL_TAKEN", "NICKNAME_TAKEN"})
    void logsInWhoIsRegistered(ErrorCode taken) throws Exception {
        Future<BotPlayer> player = callers.submit(() -> lobby.enter(Account.ofBot("Dora", "")));
        server.accept();
        server.read();
        server.write(Packets.error(taken, 0));
        acceptLogin();
        player.get(10, TimeUnit.SECONDS).close();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("Dora is registered");
    }

    @Test
    void failsWhenTheAccountIsNotItsOwn() throws Exception {
        Future<BotPlayer> player = callers.submit(() -> lobby.enter(Account.ofBot("Dora", "")));
        server.accept();
        server.read();
        server.write(Packets.error(ErrorCode.NICKNAME_TAKEN, 0));
        server.read();
        server.write(Packets.error(ErrorCode.LOGIN_FAILED, 0));
        assertThat(player)
                .failsWithin(10, TimeUnit.SECONDS)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(GameClientException.class)
                .withMessageContaining("LOGIN_FAILED");
    }

    private void acceptLogin() throws Exception {
        assertThat(server.read().getLoginRequest().getEmail()).isEqualTo("dora@bots.mallard.com");
        GamePacket.Builder login = GamePacket.newBuilder();
        login.getLoginResponseBuilder().getUserBuilder().setUserId(7).setName("Dora");
        server.write(login.build());
    }
}
