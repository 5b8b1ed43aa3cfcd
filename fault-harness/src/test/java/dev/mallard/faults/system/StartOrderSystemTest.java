package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.ServerErrorException;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Service;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.S2CGamePrepareNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.Map;

@Timeout(900)
class StartOrderSystemTest {

    private SuiteProcesses suite;

    @BeforeEach
    void prepare() throws Exception {
        suite = new SuiteProcesses("start-order", Map.of());
    }

    @AfterEach
    void stop() throws Exception {
        suite.close();
    }

    @Test
    void theGatewayMayComeFirst() throws Exception {
        suite.launch(Service.GATEWAY);
        suite.awaitPort(Service.GATEWAY);
        await().atMost(Instance.READY_WITHIN)
                .until(() -> suite.status(Service.GATEWAY, "/actuator/health/liveness") == 200);
        assertThat(suite.status(Service.GATEWAY, "/actuator/health/readiness")).isEqualTo(503);
        try (GameClient client = suite.connect()) {
            client.register(Players.email("early"), Players.PASSWORD, "early");
            refuses(ErrorCode.LOBBY_UNAVAILABLE, () -> login(client));

            suite.start(Service.LOBBY);
            await().atMost(Players.PATIENCE).ignoreExceptions().until(() -> login(client));
            client.createRoom("pond", 2);
            refuses(ErrorCode.NO_GAME_SERVER, client::prepare);

            suite.start(Service.GAME);
            suite.awaitReady(Service.GATEWAY);
            assertThat(client.prepare().getMonstersCount()).isEqualTo(270);
            client.awaitNotification(S2CGamePrepareNotification.class, Players.PATIENCE);
        }
    }

    private static boolean login(GameClient client) throws InterruptedException {
        return client.login(Players.email("early"), Players.PASSWORD).getSuccess();
    }

    interface Call {
        void run() throws InterruptedException;
    }

    private static void refuses(ErrorCode expected, Call call) {
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(call::run)
                .satisfies(error -> assertThat(error.identifier()).isEqualTo(expected.name()));
    }
}
