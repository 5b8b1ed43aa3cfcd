package dev.mallard.game;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.TestGateway.Event;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.server.LinkServer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The service stops while games are running. */
@Timeout(120)
class ShutdownIntegrationTest {

    private static ConfigurableApplicationContext start(String... more) {
        SpringApplication application = new SpringApplication(GameApplication.class);
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--mallard.link.port=0",
                                "--mallard.link.bind-address=127.0.0.1",
                                "--mallard.link.heartbeat-interval=100ms",
                                "--mallard.link.missed-heartbeats=100",
                                "--mallard.game.ending.record-timeout=300ms"));
        arguments.addAll(List.of(more));
        return application.run(arguments.toArray(String[]::new));
    }

    private static void createGame(TestGateway gateway) throws InterruptedException {
        gateway.logIn(11, 1);
        gateway.send(
                "create_game { room { room_id: 7 owner_id: 11 name: 'Pond' max_user_num: 2"
                        + " users { user_id: 11 name: 'anna' } } }");
        gateway.packet(3003);
    }

    @Test
    void endsTheGamesAndSaysGoodbye() throws InterruptedException {
        ConfigurableApplicationContext context = start();
        try (TestGateway gateway =
                TestGateway.open(context.getBean(LinkServer.class).port(), "gateway-1")) {
            createGame(gateway);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::close);
            assertThat(gateway.control(BodyCase.GAME_ENDED).getGameEnded().getOutcome())
                    .isEqualTo("STOPPED");
            gateway.control(BodyCase.PLAYERS_RELEASED);
            assertThat(gateway.packet(6003).receivers()).containsExactly(11);
            // The players did not wait for it any longer, but the service does.
            gateway.control(BodyCase.GAME_ENDED);
            assertThat(stopped).isNotDone();
            gateway.send("game_end_recorded { game_id: 7 }");
            gateway.control(BodyCase.GOODBYE);
            gateway.awaitClosed();
            assertThat(stopped).succeedsWithin(20, TimeUnit.SECONDS);
        } finally {
            context.close();
        }
    }

    @Test
    void doesNotWaitForeverForAnEndToBeRecorded() throws InterruptedException {
        ConfigurableApplicationContext context = start("--mallard.game.shutdown.report-grace=1ms");
        try (TestGateway gateway =
                TestGateway.open(context.getBean(LinkServer.class).port(), "gateway-1")) {
            createGame(gateway);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::close);
            gateway.control(BodyCase.GOODBYE);
            assertThat(stopped).succeedsWithin(20, TimeUnit.SECONDS);
        } finally {
            context.close();
        }
    }

    @Test
    void letsAGameFinishButTakesNoNewOne() throws InterruptedException {
        ConfigurableApplicationContext context = start("--mallard.game.shutdown.grace=60s");
        try (TestGateway gateway =
                TestGateway.open(context.getBean(LinkServer.class).port(), "gateway-1")) {
            createGame(gateway);
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::close);
            awaitDraining(gateway);
            gateway.logIn(12, 1);
            gateway.send(
                    "create_game { room { room_id: 8 owner_id: 12 name: 'Late' max_user_num: 2"
                            + " users { user_id: 12 name: 'ben' } } }");
            assertThat(gateway.control(BodyCase.GAME_NOT_CREATED).getGameNotCreated().getError())
                    .isEqualTo("NO_GAME_SERVER");
            gateway.request(11, 1, "player_chatting_request { message: 'still here' }");
            gateway.packet(4025);
            assertThat(stopped).isNotDone();

            gateway.send("cancel_game { game_id: 7 }");
            gateway.packet(6003);
            gateway.control(BodyCase.GOODBYE);
            assertThat(stopped).succeedsWithin(20, TimeUnit.SECONDS);
        } finally {
            context.close();
        }
    }

    private static void awaitDraining(TestGateway gateway) throws InterruptedException {
        LinkControl heartbeat;
        do {
            heartbeat = gateway.control(BodyCase.HEARTBEAT);
        } while (heartbeat.getHeartbeat().getLoad().getAcceptingWork());
        assertThat(heartbeat.getHeartbeat().getLoad().getGames()).isEqualTo(1);
    }

    @Test
    void stopsAtOnceWithoutGames() throws InterruptedException {
        ConfigurableApplicationContext context = start("--mallard.game.shutdown.grace=60s");
        try (TestGateway gateway =
                TestGateway.open(context.getBean(LinkServer.class).port(), "gateway-1")) {
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(context::close);
            gateway.control(BodyCase.GOODBYE);
            assertThat(stopped).succeedsWithin(20, TimeUnit.SECONDS);
            assertThat(gateway.rest()).noneMatch(event -> event instanceof Event.Packet);
        } finally {
            context.close();
        }
    }
}
