package dev.mallard.bots.scenario;

import com.google.protobuf.Message;

import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CItemCombinationNotification;
import dev.mallard.protocol.message.S2CPlayerEquipWeaponResponse;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;
import dev.mallard.protocol.message.S2CPlayerOpenBoxNotification;
import dev.mallard.protocol.message.S2CPlayerPutAnItemNotification;
import dev.mallard.protocol.message.S2CPlayerTakeOutAnItemNotification;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies in the boxes, and what the players have found, as one client knows it from the notifications
 * that it got. Any thread; one thread changes it.
 */
final class Belongings {

    private final Map<Integer, Map<Integer, Integer>> boxes = new HashMap<>();
    private final Map<Integer, Map<Integer, Integer>> bags = new HashMap<>();
    private final Map<Integer, Set<Integer>> worn = new HashMap<>();

    /** Takes in a notification; what is not about items is ignored. */
    synchronized void apply(Message message) {
        switch (message) {
            case S2CGameStartNotification start -> {
                for (ObjectPositionData object : start.getObjectsList()) {
                    fill(object.getObjectData().getObjectId(), object.getItemDataList());
                }
            }
            case S2CPlayerOpenBoxNotification opened ->
                    fill(opened.getItemBoxId(), opened.getItemDataList());
            case S2CPlayerTakeOutAnItemNotification taken -> {
                ItemData item = taken.getItemData();
                add(boxes, taken.getItemBoxId(), item.getItemCode(), -item.getCount());
                add(bags, taken.getPlayerId(), item.getItemCode(), item.getCount());
            }
            case S2CPlayerPutAnItemNotification put -> {
                ItemData item = put.getItemData();
                add(bags, put.getPlayerId(), item.getItemCode(), -item.getCount());
                fill(put.getItemBoxId(), put.getObjectDatasList());
            }
            case S2CPlayerGetItemNotification picked -> {
                ItemData item = picked.getItem().getItemData();
                add(bags, picked.getPlayerId(), item.getItemCode(), item.getCount());
            }
            case S2CItemCombinationNotification made -> {
                add(bags, made.getPlayerId(), made.getItemCode1(), -1);
                add(bags, made.getPlayerId(), made.getItemCode2(), -1);
                add(bags, made.getPlayerId(), made.getItemResultCode(), 1);
            }
            case S2CPlayerEquipWeaponResponse wears ->
                    worn.computeIfAbsent(wears.getPlayerId(), _ -> new HashSet<>())
                            .add(wears.getItemData().getItemCode());
            default -> {}
        }
    }

    private void fill(int boxId, List<ItemData> items) {
        Map<Integer, Integer> content = new HashMap<>();
        for (ItemData item : items) {
            content.merge(item.getItemCode(), item.getCount(), Integer::sum);
        }
        boxes.put(boxId, content);
    }

    private static void add(
            Map<Integer, Map<Integer, Integer>> places, int place, int itemCode, int count) {
        places.computeIfAbsent(place, _ -> new HashMap<>()).merge(itemCode, count, Integer::sum);
    }

    /** Whether a player has found an item and not used it up. */
    synchronized boolean has(int playerId, int itemCode) {
        return bags.getOrDefault(playerId, Map.of()).getOrDefault(itemCode, 0) > 0;
    }

    /** Whether an item lies in a box. */
    synchronized boolean lies(int boxId, int itemCode) {
        return boxes.getOrDefault(boxId, Map.of()).getOrDefault(itemCode, 0) > 0;
    }

    /** Whether a player has ever put an item on. */
    synchronized boolean hasWorn(int playerId, int itemCode) {
        return worn.getOrDefault(playerId, Set.of()).contains(itemCode);
    }
}
