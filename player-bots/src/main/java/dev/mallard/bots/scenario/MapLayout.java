package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.ObjectData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.S2CGamePrepareResponse;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Where everything stands when a game starts, and where a wave comes from. The host's client decides
 * it. Boxes and grass lie around the core, the useful boxes nearest, the monsters of the field far out, their king alone and
 * somewhat nearer.
 */
final class MapLayout {

    static final int CORE_ID = 1;
    static final int GRASS_CODE = 5;

    /** Successive multiples of it spread points evenly around a circle. */
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private static final double OBJECTS_FROM = 5;
    private static final double OBJECTS_TO = 45;
    private static final double MONSTERS_FROM = 90;
    private static final double MONSTERS_TO = 140;
    private static final Point KING = Point.atAngle(Math.toRadians(225), 40);

    /** The wave comes from where the players stand at the start, in a front this wide. */
    private static final double WAVE_DIRECTION = Math.toRadians(45);

    private static final double WAVE_WIDTH = Math.toRadians(50);
    private static final double WAVE_DISTANCE = 22;

    private MapLayout() {}

    static C2SGameStartRequest startRequest(S2CGamePrepareResponse prepared) {
        C2SGameStartRequest.Builder request = C2SGameStartRequest.newBuilder();
        int monsters = prepared.getMonstersCount();
        for (int i = 0; i < monsters; i++) {
            MonsterData monster = prepared.getMonsters(i);
            boolean king = monster.getMonsterCode() == MonsterKind.MALLARD_KING.code();
            Point place = king ? KING : spread(i, monsters, MONSTERS_FROM, MONSTERS_TO);
            request.addMonsters(position(monster, place));
        }
        List<ObjectData> objects =
                prepared.getObjectsPositionDataList().stream()
                        .sorted(Comparator.comparing(MapLayout::isForMustard).reversed())
                        .map(ObjectPositionData::getObjectData)
                        .filter(object -> object.getObjectId() != CORE_ID)
                        .toList();
        placeObjects(objects, object -> object.getObjectCode() == GRASS_CODE, 0, request);
        placeObjects(objects, object -> object.getObjectCode() != GRASS_CODE, 1, request);
        return request.build();
    }

    /** What honey mustard is made of lies near the players. */
    private static boolean isForMustard(ObjectPositionData box) {
        return box.getItemDataList().stream()
                .map(ItemData::getItemCode)
                .anyMatch(code -> code == MixMustard.HONEY || code == MixMustard.FRIED_EGG);
    }

    /** Each kind of object has a spiral of its own, so that some of each are near the players. */
    private static void placeObjects(
            List<ObjectData> all,
            Predicate<ObjectData> kind,
            int turn,
            C2SGameStartRequest.Builder request) {
        List<ObjectData> objects = all.stream().filter(kind).toList();
        int count = objects.size();
        for (int i = 0; i < count; i++) {
            Point place = spread(i, count, OBJECTS_FROM, OBJECTS_TO).turned(turn);
            request.addObjects(
                    ObjectPositionData.newBuilder()
                            .setObjectData(objects.get(i))
                            .setX((float) place.x())
                            .setY((float) place.y()));
        }
    }

    static List<MonsterPositionData> wave(List<MonsterData> monsters) {
        int size = monsters.size();
        return IntStream.range(0, size)
                .mapToObj(
                        i -> {
                            double offset = ((i + 0.5) / size - 0.5) * WAVE_WIDTH;
                            Point place = Point.atAngle(WAVE_DIRECTION + offset, WAVE_DISTANCE);
                            return position(monsters.get(i), place);
                        })
                .toList();
    }

    private static Point spread(int index, int count, double from, double to) {
        double distance = from + (to - from) * Math.sqrt((index + 0.5) / count);
        return Point.atAngle(index * GOLDEN_ANGLE, distance);
    }

    private static MonsterPositionData position(MonsterData monster, Point place) {
        return MonsterPositionData.newBuilder()
                .setMonsterId(monster.getMonsterId())
                .setMonsterCode(monster.getMonsterCode())
                .setX((float) place.x())
                .setY((float) place.y())
                .build();
    }
}
