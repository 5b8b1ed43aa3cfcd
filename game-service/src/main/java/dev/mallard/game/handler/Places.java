package dev.mallard.game.handler;

import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.ObjectPosition;
import dev.mallard.game.world.RuleViolation;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.ObjectPositionData;

import java.util.List;

/** Reads where a client has put monsters and objects. */
final class Places {

    private Places() {}

    static List<MonsterPosition> ofMonsters(List<MonsterPositionData> monsters) {
        return monsters.stream()
                .map(
                        monster ->
                                new MonsterPosition(
                                        monster.getMonsterId(),
                                        monster.getMonsterCode(),
                                        monster.getX(),
                                        monster.getY()))
                .toList();
    }

    /**
     * @throws dev.mallard.protocol.RequestRejectedException with {@code INVALID_START_DATA} if an entry does
     *     not say which object it is about
     */
    static List<ObjectPosition> ofObjects(List<ObjectPositionData> objects) {
        return objects.stream().map(Places::ofObject).toList();
    }

    private static ObjectPosition ofObject(ObjectPositionData object) {
        if (!object.hasObjectData()) {
            throw Rejections.of(RuleViolation.INVALID_START_DATA);
        }
        return new ObjectPosition(
                object.getObjectData().getObjectId(), object.getX(), object.getY());
    }
}
