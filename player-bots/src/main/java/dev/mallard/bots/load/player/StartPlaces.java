package dev.mallard.bots.load.player;

import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.S2CGamePrepareResponse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a host puts everything when a game starts: some monsters around the players, some in reach of the
 * core, the rest far out, and the objects in a wide circle that is in nobody's way.
 */
final class StartPlaces {

    /** What a monster is there for. */
    enum Role {
        PREY,
        BESIEGER,
        BYSTANDER
    }

    private static final int CORE_ID = 1;
    private static final int BOSS_CODE = 208;
    private static final int PREY = 24;
    private static final int BESIEGERS = 12;

    /** The middle of where players start, on both axes, world units. */
    private static final double CAMP = 14;

    private static final double PREY_RADIUS = 5;
    private static final double SIEGE_RADIUS = 6;
    private static final double OBJECT_RADIUS = 60;
    private static final double FAR = 110;
    private static final double WAVE_RADIUS = 45;

    private StartPlaces() {}

    static C2SGameStartRequest of(S2CGamePrepareResponse prepared) {
        C2SGameStartRequest.Builder request = C2SGameStartRequest.newBuilder();
        List<MonsterData> strongestFirst =
                prepared.getMonstersList().stream()
                        .sorted(Comparator.comparingInt(StartPlaces::strength).reversed())
                        .toList();
        for (int i = 0; i < strongestFirst.size(); i++) {
            request.addMonsters(place(strongestFirst.get(i), i));
        }
        int objects = prepared.getObjectsPositionDataCount();
        for (ObjectPositionData object : prepared.getObjectsPositionDataList()) {
            int id = object.getObjectData().getObjectId();
            if (id != CORE_ID) {
                double angle = 2 * Math.PI * id / objects;
                request.addObjects(
                        ObjectPositionData.newBuilder()
                                .setObjectData(object.getObjectData())
                                .setX((float) (OBJECT_RADIUS * Math.cos(angle)))
                                .setY((float) (OBJECT_RADIUS * Math.sin(angle))));
            }
        }
        return request.build();
    }

    /** Higher codes hit harder; the boss stays away, since its death ends the game. */
    private static int strength(MonsterData monster) {
        int code = monster.getMonsterCode();
        return code == BOSS_CODE ? 0 : code;
    }

    private static MonsterPositionData place(MonsterData monster, int index) {
        if (index < BESIEGERS) {
            double angle = Math.PI + Math.PI / 2 * index / BESIEGERS;
            return around(monster, 0, SIEGE_RADIUS, angle);
        }
        if (index < BESIEGERS + PREY) {
            return around(monster, CAMP, PREY_RADIUS, 2 * Math.PI * index / PREY);
        }
        return around(monster, 0, FAR, monster.getMonsterId());
    }

    private static MonsterPositionData around(
            MonsterData monster, double middle, double radius, double angle) {
        return MonsterPositionData.newBuilder()
                .setMonsterId(monster.getMonsterId())
                .setMonsterCode(monster.getMonsterCode())
                .setX((float) (middle + radius * Math.cos(angle)))
                .setY((float) (middle + radius * Math.sin(angle)))
                .build();
    }

    /** What a monster at this place was put there for. */
    static Role roleAt(float x, float y) {
        if (Math.hypot(x, y) < SIEGE_RADIUS + 1) {
            return Role.BESIEGER;
        }
        boolean inCamp = Math.hypot(x - CAMP, y - CAMP) < PREY_RADIUS + 1;
        return inCamp ? Role.PREY : Role.BYSTANDER;
    }

    /** Where the monsters of a wave come from: far enough to hurt nobody. */
    static List<MonsterPositionData> wave(List<MonsterData> monsters) {
        List<MonsterPositionData> places = new ArrayList<>(monsters.size());
        for (MonsterData monster : monsters) {
            places.add(around(monster, 0, WAVE_RADIUS, monster.getMonsterId()));
        }
        return places;
    }
}
