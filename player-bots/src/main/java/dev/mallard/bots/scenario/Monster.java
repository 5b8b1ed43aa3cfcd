package dev.mallard.bots.scenario;

import dev.mallard.protocol.message.MonsterPositionData;

/**
 * A living monster as a client knows it.
 *
 * @param target user id of the player whom it chases, 0 for none
 * @param ofWave whether it came with a wave
 */
record Monster(int id, MonsterKind kind, Point place, int target, boolean ofWave) {

    static Monster of(MonsterPositionData data, boolean ofWave) {
        return new Monster(
                data.getMonsterId(),
                MonsterKind.of(data.getMonsterCode()),
                new Point(data.getX(), data.getY()),
                0,
                ofWave);
    }

    Monster at(Point newPlace) {
        return new Monster(id, kind, newPlace, target, ofWave);
    }

    Monster chasing(int newTarget) {
        return new Monster(id, kind, place, newTarget, ofWave);
    }

    MonsterPositionData toData() {
        return MonsterPositionData.newBuilder()
                .setMonsterId(id)
                .setMonsterCode(kind.code())
                .setX((float) place.x())
                .setY((float) place.y())
                .build();
    }
}
