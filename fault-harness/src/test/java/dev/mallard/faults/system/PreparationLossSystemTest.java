package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.faults.cluster.Service;
import dev.mallard.faults.cluster.Signals;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.S2CGamePrepareNotification;
import dev.mallard.protocol.message.S2CPlayerChattingNotification;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Each service dies while a game is being prepared: nobody is stuck in a room that never plays. */
@Timeout(900)
class PreparationLossSystemTest {

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "MALLARD_LOBBY_PREPARATION_TIMEOUT", "6s",
                    "MALLARD_LINK_LOSTGATEWAYGRACE", "3s");

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(30);

    private static SuiteProcesses suite;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeAll
    static void start() throws Exception {
        suite = SuiteProcesses.started("preparation-loss", SETTINGS);
    }

    @AfterAll
    static void stop() throws Exception {
        suite.close();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    /** The outcome of a preparation that the game service does not answer, once the room is in it. */
    private Future<String> prepareInVain(GameClient host, GameClient witness, int room)
            throws Exception {
        Signals.freeze(suite.processOf(Service.GAME));
        Callable<String> preparation =
                () -> {
                    try {
                        return String.valueOf(host.prepare().getSuccess());
                    } catch (ServerErrorException error) {
                        return error.identifier();
                    }
                };
        Future<String> outcome = threads.submit(preparation);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> state(witness, room) == RoomStateType.PREPARE);
        return outcome;
    }

    /** What the list shows; UNRECOGNIZED if the room is gone. */
    private static RoomStateType state(GameClient witness, int room) throws InterruptedException {
        return witness.listRooms().getRoomsList().stream()
                .filter(other -> other.getRoomId() == room)
                .map(RoomData::getState)
                .findFirst()
                .orElse(RoomStateType.UNRECOGNIZED);
    }

    private static boolean prepares(GameClient host) throws InterruptedException {
        return host.prepare().getSuccess();
    }

    private static String within(Duration time, Future<String> outcome)
            throws InterruptedException, ExecutionException, TimeoutException {
        return outcome.get(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Test
    void theGameServiceDies() throws Exception {
        try (GameClient host = Players.newPlayer(suite, "game-host");
                GameClient guest = Players.newPlayer(suite, "game-guest");
                GameClient witness = Players.newPlayer(suite, "game-witness")) {
            int room = host.createRoom("game", 4).getRoom().getRoomId();
            guest.join(room);
            Future<String> outcome = prepareInVain(host, witness, room);

            suite.kill(Service.GAME);

            assertThat(within(Duration.ofSeconds(10), outcome))
                    .isEqualTo(ErrorCode.GAME_CREATE_FAILED.name());
            assertThat(state(witness, room)).isEqualTo(RoomStateType.WAIT);
            suite.start(Service.GAME);
            await().atMost(SETTLED_WITHIN).ignoreExceptions().until(() -> prepares(host));
            guest.awaitNotification(S2CGamePrepareNotification.class, Players.PATIENCE);
            assertThat(state(witness, room)).isEqualTo(RoomStateType.PLAY);
        }
    }

    @Test
    void theLobbyDies() throws Exception {
        try (GameClient host = Players.newPlayer(suite, "lobby-host");
                GameClient guest = Players.newPlayer(suite, "lobby-guest");
                GameClient witness = Players.newPlayer(suite, "lobby-witness")) {
            int room = host.createRoom("lobby", 4).getRoom().getRoomId();
            guest.join(room);
            Future<String> outcome = prepareInVain(host, witness, room);

            suite.kill(Service.LOBBY);
            Signals.thaw(suite.processOf(Service.GAME));
            // The game is created although no lobby can be told.
            assertThat(within(Duration.ofSeconds(20), outcome)).isEqualTo("true");
            suite.start(Service.LOBBY);

            await().atMost(SETTLED_WITHIN)
                    .ignoreExceptions()
                    .until(() -> state(witness, room) == RoomStateType.PLAY);
            new PlayerActions(host).chat("all here?");
            guest.awaitNotification(S2CPlayerChattingNotification.class, Players.PATIENCE);
        }
    }

    @Test
    void theGatewayDies() throws Exception {
        GameClient host = Players.newPlayer(suite, "gateway-host");
        GameClient guest = Players.newPlayer(suite, "gateway-guest");
        GameClient witness = Players.newPlayer(suite, "gateway-witness");
        int room = host.createRoom("gateway", 4).getRoom().getRoomId();
        guest.join(room);
        prepareInVain(host, witness, room);

        suite.kill(Service.GATEWAY);
        Signals.thaw(suite.processOf(Service.GAME));
        suite.start(Service.GATEWAY);

        try (GameClient hostAgain = Players.returningPlayer(suite, "gateway-host");
                GameClient guestAgain = Players.returningPlayer(suite, "gateway-guest")) {
            await().atMost(SETTLED_WITHIN)
                    .ignoreExceptions()
                    .until(() -> state(guestAgain, room) == RoomStateType.UNRECOGNIZED);
            int next = hostAgain.createRoom("again", 4).getRoom().getRoomId();
            guestAgain.join(next);
            await().atMost(SETTLED_WITHIN).ignoreExceptions().until(() -> prepares(hostAgain));
            guestAgain.awaitNotification(S2CGamePrepareNotification.class, Players.PATIENCE);
        }
    }
}
