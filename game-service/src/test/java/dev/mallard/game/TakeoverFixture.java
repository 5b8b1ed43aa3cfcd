package dev.mallard.game;

import static org.awaitility.Awaitility.await;

import dev.mallard.game.loop.LiveGames;
import dev.mallard.protocol.link.server.LinkServer;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import redis.embedded.RedisServer;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A real Redis, and game services that keep their games in it, with one gateway that the test plays itself. */
@Timeout(120)
abstract class TakeoverFixture {

    static final AtomicInteger IDS = new AtomicInteger(1);

    private static int port;
    private static @Nullable RedisServer redis;

    final int game = IDS.incrementAndGet();
    final int host = 1000 + IDS.incrementAndGet();
    final int guest = 1000 + IDS.incrementAndGet();
    private final List<Service> services = new ArrayList<>();

    /** A running game service, with the gateway's link to it. */
    static final class Service implements AutoCloseable {

        final ConfigurableApplicationContext context;
        final TestGateway gateway;

        private Service(ConfigurableApplicationContext context) throws InterruptedException {
            this.context = context;
            this.gateway = TestGateway.open(context.getBean(LinkServer.class).port(), "gateway-1");
        }

        LiveGames games() {
            return context.getBean(LiveGames.class);
        }

        double count(String metric) {
            return context.getBean(MeterRegistry.class)
                    .get("mallard.game.takeover." + metric)
                    .counter()
                    .count();
        }

        @Override
        public void close() {
            gateway.close();
            context.close();
        }
    }

    @BeforeAll
    static void startRedis() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        openRedis();
    }

    static void openRedis() throws IOException {
        RedisServer opened =
                RedisServer.newRedisServer()
                        .port(port)
                        .setting("bind 127.0.0.1")
                        .setting("save \"\"")
                        .build();
        opened.start();
        redis = opened;
    }

    @AfterAll
    static void stopRedis() throws IOException {
        Objects.requireNonNull(redis).stop();
    }

    @AfterEach
    void stopServices() {
        services.forEach(Service::close);
        redis(RedisCommands::flushall);
    }

    /** A service to which both players' sessions are announced. */
    Service start(String instance, String... more) throws InterruptedException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--mallard.link.port=0",
                                "--mallard.link.bind-address=127.0.0.1",
                                "--mallard.link.instance-id=" + instance,
                                "--mallard.link.event-loops=1",
                                "--mallard.link.missed-heartbeats=100",
                                "--mallard.game.tick-interval=40ms",
                                "--mallard.game.rules.timing.resume-grace=60s",
                                "--mallard.game.shutdown.report-grace=100ms",
                                "--mallard.game.ending.record-timeout=100ms",
                                "--mallard.game.takeover.redis-uri=redis://127.0.0.1:" + port,
                                "--mallard.game.takeover.snapshot-interval=100ms"));
        arguments.addAll(List.of(more));
        Service service =
                new Service(
                        new SpringApplication(GameApplication.class)
                                .run(arguments.toArray(String[]::new)));
        services.add(service);
        service.gateway.logIn(host, 1);
        service.gateway.logIn(guest, 1);
        return service;
    }

    /** Creates the game, and waits until it is kept. */
    void createGame(Service service) throws InterruptedException {
        service.gateway.send(
                "create_game { room { room_id: %d owner_id: %d name: 'Pond' max_user_num: 4"
                                .formatted(game, host)
                        + " users { user_id: %d name: 'host' } users { user_id: %d name: 'guest' } } }"
                                .formatted(host, guest));
        service.gateway.packet(3003);
        service.gateway.request(host, 1, "game_start_request { }");
        service.gateway.packet(3006);
        awaitSnapshots(service);
    }

    /** Waits until the next snapshots are written. */
    static void awaitSnapshots(Service service) {
        double before = service.count("snapshots");
        await().atMost(Duration.ofSeconds(20)).until(() -> service.count("snapshots") > before + 1);
    }

    /** Ends the lease of an instance, as if it had not been renewed. */
    static void revokeLease(String instance) {
        redis(
                commands -> {
                    String[] leases =
                            commands.keys("mallard:lease:" + instance + "/*")
                                    .toArray(String[]::new);
                    return commands.del(leases);
                });
    }

    @Nullable String record(String field) {
        return redis(commands -> commands.hget("mallard:game:" + game, field));
    }

    static <T extends @Nullable Object> T redis(Function<RedisCommands<String, String>, T> action) {
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        try (StatefulRedisConnection<String, String> connection = client.connect()) {
            return action.apply(connection.sync());
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }
}
