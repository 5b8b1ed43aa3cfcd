package dev.mallard.game;

import dev.mallard.game.loop.LiveGames;
import dev.mallard.protocol.link.server.LinkServer;

import io.micrometer.core.instrument.MeterRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The whole service, with a gateway that the test plays itself, and a game of two players. Days and nights
 * are short.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "mallard.link.port=0",
            "mallard.link.bind-address=127.0.0.1",
            "mallard.link.instance-id=game-test",
            "mallard.link.lost-gateway-grace=200ms",
            "mallard.game.shutdown.report-grace=0s",
            "mallard.game.seed=1",
            "mallard.game.tick-interval=40ms",
            "mallard.game.ending.record-timeout=3s",
            "mallard.game.rules.timing.day=1s",
            "mallard.game.rules.timing.night=1s",
            "mallard.game.rules.timing.resume-grace=60s"
        })
@DirtiesContext
@Timeout(120)
abstract class PlayedGame {

    static final AtomicInteger IDS = new AtomicInteger(1000);

    @TempDir static Path content;

    @Autowired LinkServer server;
    @Autowired LiveGames games;
    @Autowired MeterRegistry meters;

    final int game = IDS.incrementAndGet();
    final int host = IDS.incrementAndGet();
    final int guest = IDS.incrementAndGet();
    TestGateway gateway;

    /** A core that one blow destroys, so that a game can be lost in no time. */
    @DynamicPropertySource
    static void fragileCore(DynamicPropertyRegistry registry) throws IOException {
        TestContent.copyTo(content);
        Path objects = content.resolve("objects.yaml");
        Files.writeString(
                objects, Files.readString(objects).replace("hit-points: 3000", "hit-points: 5"));
        registry.add("mallard.game.content", content::toString);
    }

    @BeforeEach
    void connect() throws InterruptedException {
        gateway = TestGateway.open(server.port(), "gateway-1");
        gateway.logIn(host, 1);
        gateway.logIn(guest, 1);
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    String room() {
        return "create_game { room { room_id: %d owner_id: %d name: 'Pond' max_user_num: 4 state: PLAY"
                        .formatted(game, host)
                + " users { user_id: %d name: 'host' } users { user_id: %d name: 'guest' } } }"
                        .formatted(host, guest);
    }

    void prepare() throws InterruptedException {
        gateway.send(room());
        gateway.packet(3003);
    }

    /** Starts with monster 1 beside the core and everything else far away from the players. */
    void start() throws InterruptedException {
        prepare();
        gateway.request(
                host,
                1,
                "game_start_request { monsters { monster_id: 1 x: 1 y: 1 }"
                        + " objects { object_data { object_id: 2 } x: 4 y: 4 } }");
        gateway.packet(3006);
    }
}
