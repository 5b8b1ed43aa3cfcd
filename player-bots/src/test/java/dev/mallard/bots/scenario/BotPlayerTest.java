package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CPlayerDeathNotification;
import dev.mallard.protocol.message.S2CPlayerRevivalNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;

@Timeout(30)
class BotPlayerTest {

    private static final long MILLISECOND = 1_000_000;

    private BotRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new BotRig();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void walksAtThePaceThatTheRulesAllow() throws Exception {
        rig.player.walkToward(new Point(103, 3), 0, Duration.ofMillis(200));
        rig.player.report();
        assertThat(rig.server.read().getPlayerPositionUpdateRequest().getX())
                .isBetween(3.59f, 3.61f);
    }

    @Test
    void theDeadStayWhereTheyAreUntilTheyAreSetDownElsewhere() throws Exception {
        rig.tell(
                GamePacket.newBuilder()
                        .setPlayerDeathNotification(
                                S2CPlayerDeathNotification.newBuilder().setPlayerId(BotRig.PLAYER))
                        .build());
        await().until(() -> !rig.player.alive());
        rig.player.report();
        rig.tell(
                GamePacket.newBuilder()
                        .setPlayerRevivalNotification(
                                S2CPlayerRevivalNotification.newBuilder()
                                        .setPlayerId(BotRig.PLAYER)
                                        .setPosition(new Point(-4, 3).toPosition()))
                        .build());
        await().until(rig.player::alive);
        rig.player.report();
        assertThat(rig.server.read().getPlayerPositionUpdateRequest().getX()).isEqualTo(-4);
    }

    @Test
    void hitsOnlyWhatTheSwordReachesAndNotTooFast() throws Exception {
        rig.waveMonsterAt(272, 3, 20);
        rig.waveMonsterAt(273, 3, 7);
        for (Monster monster : rig.player.field().monsters(Monster::ofWave)) {
            rig.player.hitIfInReach(monster, 0);
            rig.player.hitIfInReach(monster, 100 * MILLISECOND);
        }
        rig.player.report();
        assertThat(rig.server.read().getPlayerAttackMonsterRequest())
                .matches(hit -> hit.getMonsterId() == 273 && hit.getPlayerDirY() == 4);
        assertThat(rig.server.read().hasPlayerPositionUpdateRequest()).isTrue();
    }

    @Test
    void tellsOfMonstersThatTouchItAsOftenAsTheyCanHit() throws Exception {
        rig.waveMonsterAt(272, 3, 20);
        rig.waveMonsterAt(273, 4, 3);
        rig.player.suffer(0);
        rig.player.suffer(200 * MILLISECOND);
        rig.player.suffer(400 * MILLISECOND);
        rig.player.report();
        for (int hit = 1; hit <= 2; hit++) {
            assertThat(rig.server.read().getPlayerDamagedByMonsterRequest().getMonsterId())
                    .isEqualTo(273);
        }
        assertThat(rig.server.read().hasPlayerPositionUpdateRequest()).isTrue();
    }
}
