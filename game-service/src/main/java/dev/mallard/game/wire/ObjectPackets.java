package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CObjectDestroyNotification;
import dev.mallard.protocol.message.S2CObjectHpUpdateNotification;
import dev.mallard.protocol.message.S2CObjectSetNotification;
import dev.mallard.protocol.message.S2CPlayerSetObjectResponse;

/** Packets about the core, walls and other objects. */
final class ObjectPackets {

    private ObjectPackets() {}

    static GamePacket hitPoints(GameEvent.ObjectHitPoints event) {
        return GamePacket.newBuilder()
                .setObjectHpUpdateNotification(
                        S2CObjectHpUpdateNotification.newBuilder()
                                .setObjectId(event.objectId())
                                .setHp(event.hitPoints()))
                .build();
    }

    static GamePacket destroyed(GameEvent.ObjectDestroyed event) {
        return GamePacket.newBuilder()
                .setObjectDestroyNotification(
                        S2CObjectDestroyNotification.newBuilder().setObjectId(event.objectId()))
                .build();
    }

    static GamePacket placed(GameEvent.ObjectPlaced event) {
        return GamePacket.newBuilder()
                .setObjectSetNotification(
                        S2CObjectSetNotification.newBuilder()
                                .setObjectData(Parts.object(event.objectId(), event.objectCode()))
                                .setPosition(Parts.position(event.x(), event.y())))
                .build();
    }

    static GamePacket paid(GameEvent.PlacementPaid event) {
        return GamePacket.newBuilder()
                .setPlayerSetObjectResponse(
                        S2CPlayerSetObjectResponse.newBuilder()
                                .setSuccess(true)
                                .setItemCode(event.itemCode())
                                .setPlayerId(event.playerId()))
                .build();
    }
}
