package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Clients behind a real HAProxy, where one is installed. */
@EnabledIf(
        value = "isInstalled",
        disabledReason = "there is no haproxy on the PATH (Debian: apt-get install haproxy)")
class HaproxyIntegrationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CLIENT_ADDRESS = "127.0.0.2";
    private static final List<ConnectionRefusal> COMPLAINTS =
            List.of(
                    ConnectionRefusal.NO_PROXY_HEADER,
                    ConnectionRefusal.MALFORMED_PROXY_HEADER,
                    ConnectionRefusal.PROXY_HEADER_TIMEOUT,
                    ConnectionRefusal.UNTRUSTED_PROXY);

    private static FakeService lobby;
    private static FakeService game;
    private static RunningGateway gateway;

    @TempDir private Path directory;

    @BeforeAll
    static void start() {
        lobby = new FakeService("lobby", "lobby-1").start();
        game = new FakeService("game", "game-1").start();
        gateway =
                new RunningGateway(
                                lobby.address(),
                                game.address(),
                                "mallard.gateway.client.proxy-protocol.enabled=true",
                                "mallard.gateway.client.proxy-protocol.trusted=127.0.0.1")
                        .awaitLinks();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        lobby.close();
        game.close();
    }

    static boolean isInstalled() {
        return haproxy().isPresent();
    }

    private static Optional<Path> haproxy() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Pattern.compile(File.pathSeparator)
                .splitAsStream(path)
                .map(directory -> Path.of(directory, "haproxy"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** HAProxy also looks whether the gateway is alive, which is a connection without a client. */
    private Process run(int port, String sendProxy) throws IOException {
        Path configuration = directory.resolve("haproxy.cfg");
        Files.writeString(
                configuration,
                """
                defaults
                  mode tcp
                  timeout connect 5s
                  timeout client 30s
                  timeout server 30s
                listen gateway
                  bind 127.0.0.1:%d
                  server gateway-1 127.0.0.1:%d %s check inter 100ms
                """
                        .formatted(port, gateway.bean(ClientListener.class).port(), sendProxy));
        return new ProcessBuilder(
                        haproxy().orElseThrow().toString(),
                        "-db",
                        "-q",
                        "-f",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("haproxy.log").toFile())
                .start();
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(
                InetAddress.getLoopbackAddress(), port, InetAddress.getByName(CLIENT_ADDRESS), 0);
    }

    private static boolean listens(int port) {
        try (Socket socket = connect(port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"send-proxy", "send-proxy-v2"})
    void clientsAreKnownByTheirOwnAddress(String sendProxy) throws Exception {
        int port = freePort();
        Process process = run(port, sendProxy);
        try {
            await().atMost(PATIENCE).until(() -> listens(port));
            String name = gateway.newUser();
            try (TestClient client = new TestClient(connect(port)).register(name).login(name)) {
                SessionInspector sessions = gateway.bean(SessionInspector.class);
                assertThat(sessions.find(client.userId()).get().orElseThrow().address())
                        .isEqualTo(CLIENT_ADDRESS);
                client.send(TestPackets.roomList());
                lobby.request();
                lobby.answer(TestPackets.rooms(), client.userId());
                assertThat(client.read()).isEqualTo(TestPackets.rooms());
                client.sendHex("07d6 05 312e302e31 00000000");
                client.expectGetOut();
            }
            ConnectionRefusals refusals = gateway.bean(ConnectionRefusals.class);
            assertThat(COMPLAINTS).allMatch(reason -> refusals.count(reason) == 0);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }
}
