package dev.mallard.bots.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.S2CGamePrepareResponse;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class MapLayoutTest {

    private static final int WORLD = 200;
    private static final int KING_ID = 271;

    @Test
    void placesEverythingButTheCoreOnceAndWithinTheWorld() {
        C2SGameStartRequest start = MapLayout.startRequest(prepared());
        assertThat(start.getMonstersList())
                .extracting(MonsterPositionData::getMonsterId)
                .doesNotHaveDuplicates()
                .hasSize(270);
        assertThat(start.getObjectsList())
                .extracting(object -> object.getObjectData().getObjectId())
                .doesNotHaveDuplicates()
                .doesNotContain(MapLayout.CORE_ID)
                .hasSize(110);
        assertThat(start.getMonstersList()).allMatch(m -> inWorld(m.getX(), m.getY()));
        assertThat(start.getObjectsList()).allMatch(o -> inWorld(o.getX(), o.getY()));
    }

    @Test
    void keepsMonstersAwayFromThePlayers() {
        C2SGameStartRequest start = MapLayout.startRequest(prepared());
        assertThat(start.getMonstersList())
                .filteredOn(monster -> monster.getMonsterId() != KING_ID)
                .allMatch(monster -> Math.hypot(monster.getX(), monster.getY()) >= 80);
        assertThat(start.getMonstersList())
                .filteredOn(monster -> monster.getMonsterId() == KING_ID)
                .singleElement()
                .matches(king -> Math.hypot(king.getX(), king.getY()) > 30);
    }

    @Test
    void hasBoxesAndGrassNearTheCore() {
        C2SGameStartRequest start = MapLayout.startRequest(prepared());
        for (int code : new int[] {4, MapLayout.GRASS_CODE}) {
            assertThat(start.getObjectsList())
                    .filteredOn(object -> object.getObjectData().getObjectCode() == code)
                    .filteredOn(object -> Math.hypot(object.getX(), object.getY()) < 15)
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void placesAWaveInOneFrontWithItsOwnIdsAndCodes() {
        List<MonsterData> wave =
                IntStream.range(272, 277).mapToObj(id -> monster(id, 201)).toList();
        List<MonsterPositionData> placed = MapLayout.wave(wave);
        assertThat(placed)
                .extracting(MonsterPositionData::getMonsterId)
                .containsExactly(272, 273, 274, 275, 276);
        assertThat(placed).allMatch(monster -> monster.getMonsterCode() == 201);
        assertThat(placed).allMatch(monster -> Math.hypot(monster.getX(), monster.getY()) > 20);
        assertThat(placed).allMatch(monster -> monster.getX() > 0 && monster.getY() > 0);
    }

    private static boolean inWorld(float x, float y) {
        return Math.abs(x) <= WORLD && Math.abs(y) <= WORLD;
    }

    static S2CGamePrepareResponse prepared() {
        S2CGamePrepareResponse.Builder prepared = S2CGamePrepareResponse.newBuilder();
        IntStream.range(1, 270).forEach(id -> prepared.addMonsters(monster(id, 201)));
        prepared.addMonsters(monster(KING_ID, 208));
        prepared.addObjectsPositionData(object(1, 1));
        IntStream.range(2, 62).forEach(id -> prepared.addObjectsPositionData(object(id, 4)));
        IntStream.range(62, 112).forEach(id -> prepared.addObjectsPositionData(object(id, 5)));
        return prepared.build();
    }

    private static MonsterData monster(int id, int code) {
        return MonsterData.newBuilder().setMonsterId(id).setMonsterCode(code).build();
    }

    private static ObjectPositionData object(int id, int code) {
        ObjectPositionData.Builder object = ObjectPositionData.newBuilder();
        object.getObjectDataBuilder().setObjectId(id).setObjectCode(code);
        return object.build();
    }
}
