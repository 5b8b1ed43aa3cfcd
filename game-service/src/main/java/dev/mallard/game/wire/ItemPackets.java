package dev.mallard.game.wire;

import dev.mallard.game.world.GameEvent;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CDropItemNotification;
import dev.mallard.protocol.message.S2CItemCombinationNotification;
import dev.mallard.protocol.message.S2CItemDetachmentNotification;
import dev.mallard.protocol.message.S2CItemSpawnNotification;
import dev.mallard.protocol.message.S2CPlayerEatFoodResponse;
import dev.mallard.protocol.message.S2CPlayerEquipWeaponResponse;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;

/** Packets about items on the ground, in inventories, and worn. */
final class ItemPackets {

    private ItemPackets() {}

    static GamePacket spawned(GameEvent.ItemsSpawned event) {
        return GamePacket.newBuilder()
                .setItemSpawnNotification(
                        S2CItemSpawnNotification.newBuilder()
                                .addAllItems(
                                        event.items().stream().map(Parts::groundItem).toList()))
                .build();
    }

    static GamePacket pickedUp(GameEvent.ItemPickedUp event) {
        return GamePacket.newBuilder()
                .setPlayerGetItemNotification(
                        S2CPlayerGetItemNotification.newBuilder()
                                .setSuccess(true)
                                .setMessage(event.message())
                                .setItem(Parts.groundItem(event.item()))
                                .setPlayerId(event.playerId()))
                .build();
    }

    static GamePacket dropped(GameEvent.ItemDropped event) {
        return GamePacket.newBuilder()
                .setDropItemNotification(
                        S2CDropItemNotification.newBuilder()
                                .setItemData(Parts.item(event.item()))
                                .setPlayerId(event.playerId()))
                .build();
    }

    static GamePacket eaten(GameEvent.FoodEaten event) {
        return GamePacket.newBuilder()
                .setPlayerEatFoodResponse(
                        S2CPlayerEatFoodResponse.newBuilder()
                                .setSuccess(true)
                                .setItemData(Parts.oneOf(event.itemCode()))
                                .setPlayerId(event.playerId())
                                .setHunger(event.hunger())
                                .setPlayerHp(event.hitPoints()))
                .build();
    }

    static GamePacket worn(GameEvent.ItemWorn event) {
        return GamePacket.newBuilder()
                .setPlayerEquipWeaponResponse(
                        S2CPlayerEquipWeaponResponse.newBuilder()
                                .setSuccess(true)
                                .setItemData(Parts.oneOf(event.itemCode()))
                                .setPlayerId(event.playerId()))
                .build();
    }

    static GamePacket detached(GameEvent.ItemDetached event) {
        return GamePacket.newBuilder()
                .setItemDetachmentNotification(
                        S2CItemDetachmentNotification.newBuilder()
                                .setItemCode(event.itemCode())
                                .setPlayerId(event.playerId()))
                .build();
    }

    static GamePacket combined(GameEvent.ItemsCombined event) {
        return GamePacket.newBuilder()
                .setItemCombinationNotification(
                        S2CItemCombinationNotification.newBuilder()
                                .setSuccess(event.success())
                                .setItemCode1(event.first())
                                .setItemCode2(event.second())
                                .setItemResultCode(event.result())
                                .setPlayerId(event.playerId()))
                .build();
    }
}
