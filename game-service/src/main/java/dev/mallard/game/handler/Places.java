package dev.mallard.game.handler;

import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.ObjectPosition;
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

    /** An entry that does not say which object it is about has the id of none. */
    static List<ObjectPosition> ofObjects(List<ObjectPositionData> objects) {
        return objects.stream().map(Places::ofObject).toList();
    }

    private static ObjectPosition ofObject(ObjectPositionData object) {
        int id =
                object.hasObjectData()
                        ? object.getObjectData().getObjectId()
                        : ObjectPosition.UNNAMED;
        return new ObjectPosition(id, object.getX(), object.getY());
    }
}
