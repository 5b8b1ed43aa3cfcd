package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.protocol.ErrorCode;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Services that do not take what clients send. */
class SlowServiceIntegrationTest {

    private static final byte[] LARGE_FRAME = largeFrame();
    private static final int MIB = 1024 * 1024;

    private final FakeService lobby = new FakeService("lobby", "lobby-1").start();
    private final FakeService game = new FakeService("game", "game-1").start();

    private RunningGateway gateway(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add("mallard.gateway.client.event-loops=1");
        all.add("mallard.gateway.client.rate.bytes=1GB");
        all.add("mallard.gateway.client.rate.byte-burst=1GB");
        return new RunningGateway(lobby.address(), game.address(), all.toArray(String[]::new))
                .awaitLinks();
    }

    /** A request with a payload of 65,000 bytes, the first of which is at this place. */
    private static byte[] largeFrame() {
        byte[] header = HexFormat.of().parseHex("07d605312e302e300000fde8");
        return Arrays.copyOf(header, header.length + 65_000);
    }

    private static byte[] largeFrame(int number) {
        byte[] frame = LARGE_FRAME.clone();
        frame[frame.length - 65_000] = (byte) number;
        return frame;
    }

    @AfterEach
    void stop() {
        lobby.close();
        game.close();
    }

    private static UpstreamLink lobbyLink(RunningGateway gateway) {
        return gateway.links().stream()
                .filter(link -> link.instance().group().name().equals("lobby"))
                .findFirst()
                .orElseThrow();
    }

    private static CompletableFuture<Void> flood(TestClient client, int frames) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        for (int i = 0; i < frames; i++) {
                            client.sendRaw(largeFrame(i));
                        }
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                });
    }

    @Test
    void slowsItsClientsDownUntilItTakesMore() throws Exception {
        try (RunningGateway gateway = gateway();
                TestClient client = gateway.loggedIn()) {
            lobby.setReading(false);
            CompletableFuture<Void> flood = flood(client, 600);
            UpstreamLink link = lobbyLink(gateway);
            await().until(() -> link.pendingBytes() > 4 * MIB);
            await().during(Duration.ofMillis(300)).until(() -> link.pendingBytes() < 8 * MIB);
            assertThat(flood).isNotDone();
            lobby.setReading(true);
            for (int i = 0; i < 600; i++) {
                assertThat(lobby.request().payload()[0]).as("request %d", i).isEqualTo((byte) i);
            }
            flood.get(10, TimeUnit.SECONDS);
            assertThat(lobbyLink(gateway).instance().group().overflows()).isZero();
        }
    }

    @Test
    void whatDoesNotFitIsAnsweredWithAnError() throws Exception {
        try (RunningGateway gateway = gateway("mallard.gateway.upstream.pending-limit=1MB");
                TestClient client = gateway.loggedIn()) {
            lobby.setReading(false);
            CompletableFuture<Void> flood = flood(client, 300);
            assertThat(client.readError()).isEqualTo(ErrorCode.LOBBY_UNAVAILABLE.name());
            assertThat(lobbyLink(gateway).pendingBytes()).isLessThan(2 * MIB);
            assertThat(
                            gateway.bean(MeterRegistry.class)
                                    .get("mallard.gateway.upstream.overflows")
                                    .tag("upstream", "lobby")
                                    .functionCounter()
                                    .count())
                    .isPositive();
            lobby.setReading(true);
            assertThat(lobby.request().payload()[0]).isZero();
            client.socket().close();
            flood.exceptionally(closed -> null).get(10, TimeUnit.SECONDS);
        }
    }
}
