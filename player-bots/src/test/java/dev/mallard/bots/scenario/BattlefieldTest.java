package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.scenario.Battlefield.Outcome;
import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.ObjectData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.PhaseType;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.Position;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGameClearNotification;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGamePhaseUpdateNotification;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CItemSpawnNotification;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.protocol.message.S2CMonsterDeathNotification;
import dev.mallard.protocol.message.S2CMonsterMoveNotification;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;
import dev.mallard.protocol.message.S2CObjectDestroyNotification;
import dev.mallard.protocol.message.S2CPlayerDeathNotification;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;
import dev.mallard.protocol.message.S2CPlayerHungerUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerRevivalNotification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Set;

class BattlefieldTest {

    private static final int PLAYER = 7;
    private static final int FIELD_MONSTER = 1;
    private static final int WAVE_MONSTER = 272;
    private static final int GRASS = 62;

    private final Battlefield field = new Battlefield();

    @BeforeEach
    void start() {
        S2CGameStartNotification.Builder start = S2CGameStartNotification.newBuilder();
        start.addPlayerPositions(
                PlayerPositionData.newBuilder().setPlayerId(PLAYER).setX(3).setY(3));
        start.addMonsters(monster(FIELD_MONSTER, 90, 0));
        start.addObjects(
                ObjectPositionData.newBuilder()
                        .setObjectData(ObjectData.newBuilder().setObjectId(GRASS).setObjectCode(5))
                        .setX(5));
        field.apply(start.build());
    }

    @Test
    void knowsThePlacesAtTheStart() {
        assertThat(field.placeOf(PLAYER)).isEqualTo(new Point(3, 3));
        assertThat(field.alive(PLAYER)).isTrue();
        assertThat(field.alive(8)).isFalse();
        assertThat(field.monsters(monster -> true)).hasSize(1);
        assertThat(field.stands(GRASS)).isTrue();
        assertThat(field.phase()).isEqualTo(PhaseType.DAY);
    }

    @Test
    void aWaveIsBeatenWhenItsLastMonsterDies() {
        assertThat(field.waveBeaten()).isFalse();
        field.apply(
                S2CMonsterWaveStartNotification.newBuilder()
                        .addMonsters(monster(WAVE_MONSTER, 20, 0))
                        .build());
        assertThat(field.waves()).isEqualTo(1);
        assertThat(field.waveBeaten()).isFalse();
        assertThat(field.nearestOfWave(Point.CORE)).isPresent();
        field.apply(S2CMonsterDeathNotification.newBuilder().setMonsterId(WAVE_MONSTER).build());
        assertThat(field.waveBeaten()).isTrue();
        assertThat(field.monstersBeaten()).isEqualTo(1);
        assertThat(field.nearestOfWave(Point.CORE)).isEmpty();
    }

    @Test
    void followsMovesAndTargetsOfLivingMonsters() {
        field.apply(
                S2CMonsterMoveNotification.newBuilder()
                        .addMonsterPositionData(monster(FIELD_MONSTER, 80, 1))
                        .addMonsterPositionData(monster(999, 1, 1))
                        .build());
        field.apply(
                S2CMonsterAwakeNotification.newBuilder()
                        .addMonsterTarget(
                                MonsterTarget.newBuilder()
                                        .setMonsterId(FIELD_MONSTER)
                                        .setTargetId(PLAYER))
                        .build());
        assertThat(field.monsters(monster -> true))
                .singleElement()
                .satisfies(
                        monster -> {
                            assertThat(monster.place()).isEqualTo(new Point(80, 1));
                            assertThat(monster.target()).isEqualTo(PLAYER);
                        });
    }

    @Test
    void theDeadComeBackSomewhereElse() {
        field.apply(S2CPlayerDeathNotification.newBuilder().setPlayerId(PLAYER).build());
        assertThat(field.alive(PLAYER)).isFalse();
        assertThat(field.takeRevival(PLAYER)).isEmpty();
        field.apply(
                S2CPlayerRevivalNotification.newBuilder()
                        .setPlayerId(PLAYER)
                        .setPosition(Position.newBuilder().setX(-4).setY(3))
                        .build());
        assertThat(field.alive(PLAYER)).isTrue();
        assertThat(field.takeRevival(PLAYER)).contains(new Point(-4, 3));
        assertThat(field.takeRevival(PLAYER)).isEmpty();
        assertThat(field.deaths()).isEqualTo(1);
        assertThat(field.revivals()).isEqualTo(1);
    }

    @Test
    void knowsWhatStandsAndWhatLiesAround() {
        assertThat(field.nearestObject(Point.CORE, Set.of(5))).isPresent();
        assertThat(field.nearestObject(Point.CORE, Set.of(2, 3, 4))).isEmpty();
        field.apply(S2CObjectDestroyNotification.newBuilder().setObjectId(GRASS).build());
        assertThat(field.stands(GRASS)).isFalse();
        Item seed =
                Item.newBuilder()
                        .setItemData(ItemData.newBuilder().setItemCode(801).setCount(1))
                        .setPosition(Position.newBuilder().setX(5.5f))
                        .build();
        field.apply(S2CItemSpawnNotification.newBuilder().addItems(seed).build());
        assertThat(field.onGround(801)).contains(seed);
        field.apply(S2CPlayerGetItemNotification.newBuilder().setItem(seed).build());
        assertThat(field.onGround(801)).isEmpty();
    }

    @Test
    void followsHungerPhaseAndErrors() {
        assertThat(field.hungerOf(PLAYER)).isEqualTo(100);
        field.apply(
                S2CPlayerHungerUpdateNotification.newBuilder()
                        .setPlayerId(PLAYER)
                        .setHunger(99)
                        .build());
        S2CGamePhaseUpdateNotification.Builder night = S2CGamePhaseUpdateNotification.newBuilder();
        night.getGameStateBuilder().setPhaseType(PhaseType.NIGHT);
        field.apply(night.build());
        field.apply(S2CErrorNotification.getDefaultInstance());
        assertThat(field.hungerOf(PLAYER)).isEqualTo(99);
        assertThat(field.phase()).isEqualTo(PhaseType.NIGHT);
        assertThat(field.errors()).isEqualTo(1);
    }

    @Test
    void theCoreFalls() {
        assertThat(field.outcome()).isNotDone();
        field.apply(S2CGameOverNotification.getDefaultInstance());
        assertThat(field.outcome()).isCompletedWithValue(Outcome.LOST);
    }

    @Test
    void theKingFalls() {
        field.apply(S2CGameClearNotification.getDefaultInstance());
        assertThat(field.outcome()).isCompletedWithValue(Outcome.WON);
    }

    private static MonsterPositionData monster(int id, float x, float y) {
        return MonsterPositionData.newBuilder()
                .setMonsterId(id)
                .setMonsterCode(201)
                .setX(x)
                .setY(y)
                .build();
    }
}
