package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.game.world.GroundItem;
import dev.mallard.game.world.ItemStack;
import dev.mallard.game.world.Member;
import dev.mallard.game.world.MonsterPosition;
import dev.mallard.game.world.MonsterRef;
import dev.mallard.game.world.ObjectView;
import dev.mallard.game.world.Phase;
import dev.mallard.game.world.PlayerPosition;
import dev.mallard.protocol.message.GameStateData;
import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.ObjectData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.PhaseType;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.Position;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import java.util.List;

/** The structures that several packets have in common. */
final class Parts {

    private Parts() {}

    static Position position(float x, float y) {
        return Position.newBuilder().setX(x).setY(y).build();
    }

    /** An empty slot becomes an empty entry. */
    static ItemData item(ItemStack stack) {
        return item(stack.itemCode(), stack.count());
    }

    static ItemData item(int code, int count) {
        return ItemData.newBuilder().setItemCode(code).setCount(count).build();
    }

    static ItemData oneOf(int code) {
        return item(code, 1);
    }

    static List<ItemData> items(List<ItemStack> stacks) {
        return stacks.stream().map(Parts::item).toList();
    }

    static Item groundItem(GroundItem item) {
        return Item.newBuilder()
                .setPosition(position(item.x(), item.y()))
                .setItemData(item(item.itemCode(), item.count()))
                .build();
    }

    static GameStateData state(Phase phase, long nextPhaseAt) {
        return GameStateData.newBuilder()
                .setPhaseType(
                        switch (phase) {
                            case DAY -> PhaseType.DAY;
                            case NIGHT -> PhaseType.NIGHT;
                        })
                .setNextPhaseAt(nextPhaseAt)
                .build();
    }

    static PlayerPositionData player(PlayerPosition player) {
        return PlayerPositionData.newBuilder()
                .setPlayerId(player.playerId())
                .setX(player.x())
                .setY(player.y())
                .build();
    }

    static List<PlayerPositionData> players(List<PlayerPosition> players) {
        return players.stream().map(Parts::player).toList();
    }

    static List<MonsterData> monsterKinds(List<MonsterRef> monsters) {
        return monsters.stream()
                .map(
                        monster ->
                                MonsterData.newBuilder()
                                        .setMonsterId(monster.monsterId())
                                        .setMonsterCode(monster.monsterCode())
                                        .build())
                .toList();
    }

    static List<MonsterPositionData> monsters(List<MonsterPosition> monsters) {
        return monsters.stream()
                .map(
                        monster ->
                                MonsterPositionData.newBuilder()
                                        .setMonsterId(monster.monsterId())
                                        .setMonsterCode(monster.monsterCode())
                                        .setX(monster.x())
                                        .setY(monster.y())
                                        .build())
                .toList();
    }

    static ObjectData object(int objectId, int objectCode) {
        return ObjectData.newBuilder().setObjectId(objectId).setObjectCode(objectCode).build();
    }

    static List<ObjectPositionData> objects(List<ObjectView> objects) {
        return objects.stream()
                .map(
                        object ->
                                ObjectPositionData.newBuilder()
                                        .setObjectData(
                                                object(object.objectId(), object.objectCode()))
                                        .addAllItemData(items(object.content()))
                                        .setX(object.x())
                                        .setY(object.y())
                                        .build())
                .toList();
    }

    static List<MonsterTarget> targets(List<dev.mallard.game.world.MonsterTarget> targets) {
        return targets.stream()
                .map(
                        target ->
                                MonsterTarget.newBuilder()
                                        .setMonsterId(target.monsterId())
                                        .setTargetId(target.targetId())
                                        .build())
                .toList();
    }

    /** The room of a running game, with those of its members who have a seat. */
    static RoomData room(GameEvent.GameAnnounced event, RoomLabel label) {
        RoomData.Builder room =
                RoomData.newBuilder()
                        .setRoomId(event.gameId())
                        .setOwnerId(event.hostId())
                        .setName(label.name())
                        .setMaxUserNum(label.capacity())
                        .setState(RoomStateType.PLAY);
        for (Member member : event.members()) {
            room.addUsers(
                    User.newBuilder().setUserId(member.playerId()).setName(member.nickname()));
        }
        return room.build();
    }
}
