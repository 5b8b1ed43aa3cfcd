package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CPlayerCloseBoxNotification;
import dev.mallard.protocol.message.S2CPlayerOpenBoxNotification;
import dev.mallard.protocol.message.S2CPlayerPutAnItemNotification;
import dev.mallard.protocol.message.S2CPlayerTakeOutAnItemNotification;

/** Packets about boxes, and the core used as a box. */
final class BoxPackets {

    private BoxPackets() {}

    static GamePacket opened(GameEvent.BoxOpened event) {
        return GamePacket.newBuilder()
                .setPlayerOpenBoxNotification(
                        S2CPlayerOpenBoxNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setItemBoxId(event.boxId())
                                .addAllItemData(Parts.items(event.content())))
                .build();
    }

    static GamePacket taken(GameEvent.ItemTaken event) {
        return GamePacket.newBuilder()
                .setPlayerTakeOutAnItemNotification(
                        S2CPlayerTakeOutAnItemNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setItemBoxId(event.boxId())
                                .setItemData(Parts.item(event.item()))
                                .setSuccess(true))
                .build();
    }

    static GamePacket put(GameEvent.ItemPut event) {
        return GamePacket.newBuilder()
                .setPlayerPutAnItemNotification(
                        S2CPlayerPutAnItemNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setItemBoxId(event.boxId())
                                .setItemData(Parts.item(event.item()))
                                .addAllObjectDatas(Parts.items(event.content()))
                                .setSuccess(true))
                .build();
    }

    static GamePacket closed(GameEvent.BoxClosed event) {
        return GamePacket.newBuilder()
                .setPlayerCloseBoxNotification(
                        S2CPlayerCloseBoxNotification.newBuilder()
                                .setPlayerId(event.playerId())
                                .setItemBoxId(event.boxId()))
                .build();
    }
}
