package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mallard.bots.client.FakeServer;
import dev.mallard.bots.client.GameClient;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.protocol.message.S2CMonsterSpawnRequest;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;

@Timeout(30)
class MonsterHerdTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int PLAYER = 7;
    private static final int KING = 271;

    private final Battlefield field = new Battlefield();
    private FakeServer server;
    private GameClient client;
    private MonsterHerd herd;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeServer();
        client = GameClient.connect("localhost", server.port(), Duration.ofSeconds(10));
        server.accept();
        herd = new MonsterHerd(client, field);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
    }

    @Test
    void placesAWaveWhenTheServerAsks() throws Exception {
        server.write(
                GamePacket.newBuilder()
                        .setMonsterSpawnRequest(
                                S2CMonsterSpawnRequest.newBuilder()
                                        .addMonsters(
                                                MonsterData.newBuilder()
                                                        .setMonsterId(272)
                                                        .setMonsterCode(202)))
                        .build());
        List<MonsterPositionData> placed =
                server.read().getMonsterSpawnResponse().getMonstersList();
        assertThat(placed).singleElement().matches(monster -> monster.getMonsterId() == 272);
    }

    @Test
    void walksTheWaveToTheCoreAndHasItHitNoSoonerThanAllowed() throws Exception {
        waveMonsterAt(10);
        herd.move(SECOND, 0);
        MonsterPositionData moved = nextMove();
        assertThat(moved.getX()).isCloseTo(6, within(0.01f));
        herd.move(SECOND, 1_000_000_000);
        assertThat(server.read().getObjectDamagedByMonsterRequest().getObjectId())
                .isEqualTo(MapLayout.CORE_ID);
        assertThat(nextMove().getX()).isCloseTo(4, within(0.01f));
        herd.move(SECOND, 1_100_000_000);
        assertThat(server.read().hasMonsterMoveRequest()).isTrue();
        herd.move(SECOND, 1_400_000_000);
        assertThat(server.read().hasObjectDamagedByMonsterRequest()).isTrue();
    }

    @Test
    void walksAMonsterToThePlayerItChases() throws Exception {
        waveMonsterAt(10);
        field.apply(
                S2CGameStartNotification.newBuilder()
                        .addPlayerPositions(
                                PlayerPositionData.newBuilder().setPlayerId(PLAYER).setX(14))
                        .build());
        field.apply(
                S2CMonsterAwakeNotification.newBuilder()
                        .addMonsterTarget(
                                MonsterTarget.newBuilder().setMonsterId(272).setTargetId(PLAYER))
                        .build());
        herd.move(SECOND, 0);
        assertThat(server.read().getMonsterAttackRequest())
                .matches(attack -> attack.getIsPlayer() && attack.getTargetId() == PLAYER);
        assertThat(nextMove().getX()).isGreaterThan(12);
    }

    @Test
    void theKingStaysUntilReleased() throws Exception {
        field.apply(
                S2CGameStartNotification.newBuilder().addMonsters(monster(KING, 208, 40)).build());
        herd.move(SECOND, 0);
        herd.releaseKing();
        herd.move(SECOND, 1_000_000_000);
        assertThat(nextMove())
                .matches(moved -> moved.getMonsterId() == KING)
                .matches(moved -> moved.getX() < 40);
    }

    private MonsterPositionData nextMove() throws Exception {
        List<MonsterPositionData> moved =
                server.read().getMonsterMoveRequest().getMonsterPositionDataList();
        assertThat(moved).hasSize(1);
        return moved.getFirst();
    }

    private void waveMonsterAt(float x) {
        field.apply(
                S2CMonsterWaveStartNotification.newBuilder()
                        .addMonsters(monster(272, 201, x))
                        .build());
    }

    private static MonsterPositionData monster(int id, int code, float x) {
        return MonsterPositionData.newBuilder()
                .setMonsterId(id)
                .setMonsterCode(code)
                .setX(x)
                .build();
    }
}
