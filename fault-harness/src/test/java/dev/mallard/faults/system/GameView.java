package dev.mallard.faults.system;

import com.google.protobuf.Message;

import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.ItemData;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGamePhaseUpdateNotification;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CItemDetachmentNotification;
import dev.mallard.protocol.message.S2CItemSpawnNotification;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.protocol.message.S2CMonsterDeathNotification;
import dev.mallard.protocol.message.S2CMonsterHpUpdateNotification;
import dev.mallard.protocol.message.S2CMonsterMoveNotification;
import dev.mallard.protocol.message.S2CObjectDestroyNotification;
import dev.mallard.protocol.message.S2CObjectHpUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerEatFoodResponse;
import dev.mallard.protocol.message.S2CPlayerEquipWeaponResponse;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A game as one client knows it from everything that it was sent. Two who know the same have equal {@link State}s.
 * Any thread.
 */
final class GameView {

    private static final int NOBODY = 0;

    private final Map<Integer, String> players = new TreeMap<>();
    private final Map<Integer, String> monsters = new TreeMap<>();
    private final Map<Integer, String> objects = new TreeMap<>();
    private final Map<Integer, Integer> monsterHitPoints = new TreeMap<>();
    private final Map<Integer, Integer> objectHitPoints = new TreeMap<>();
    private final Map<Integer, Set<Integer>> worn = new TreeMap<>();
    private final Map<Integer, Integer> targets = new TreeMap<>();
    private final Map<Integer, Map<Integer, Integer>> bags = new TreeMap<>();
    private final List<Item> ground = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Set<Integer> present = Set.of();
    private long phaseEnd;
    private int starts;
    private boolean over;

    /**
     * What everybody in a game knows of it.
     *
     * @param players places by player, those of players who are away as they were last
     * @param monsters codes and places by monster
     * @param objects codes and places by object
     * @param monsterHitPoints of those that were ever hurt
     * @param objectHitPoints of those that were ever hurt
     * @param worn what each player wears
     * @param targets whom monsters chase
     * @param ground what lies on the ground
     * @param phaseEnd planned end of the phase, epoch milliseconds
     */
    record State(
            Map<Integer, String> players,
            Map<Integer, String> monsters,
            Map<Integer, String> objects,
            Map<Integer, Integer> monsterHitPoints,
            Map<Integer, Integer> objectHitPoints,
            Map<Integer, Set<Integer>> worn,
            Map<Integer, Integer> targets,
            List<String> ground,
            long phaseEnd) {

        /** The same without the places of monsters that chase somebody. */
        State withoutHunters() {
            Map<Integer, String> idle = new TreeMap<>(monsters);
            idle.keySet().removeAll(targets.keySet());
            return new State(
                    players,
                    idle,
                    objects,
                    monsterHitPoints,
                    objectHitPoints,
                    worn,
                    targets,
                    ground,
                    phaseEnd);
        }
    }

    synchronized State state() {
        return new State(
                Map.copyOf(players),
                Map.copyOf(monsters),
                Map.copyOf(objects),
                Map.copyOf(monsterHitPoints),
                Map.copyOf(objectHitPoints),
                Map.copyOf(worn),
                Map.copyOf(targets),
                ground.stream().map(Item::toString).sorted().toList(),
                phaseEnd);
    }

    /** What a player carries, the amount by item; of others only if this client has seen the beginning. */
    synchronized Map<Integer, Integer> bagOf(int userId) {
        return Map.copyOf(bags.getOrDefault(userId, Map.of()));
    }

    /** Who was in the latest position notification. */
    synchronized Set<Integer> present() {
        return present;
    }

    /** How often the whole state was sent. */
    synchronized int starts() {
        return starts;
    }

    /** Whether the latest game is lost. */
    synchronized boolean over() {
        return over;
    }

    synchronized List<String> errors() {
        return List.copyOf(errors);
    }

    synchronized void apply(Message message) {
        switch (message) {
            case S2CGameStartNotification start -> started(start);
            case S2CGamePhaseUpdateNotification update ->
                    phaseEnd = update.getGameState().getNextPhaseAt();
            case S2CPlayerPositionUpdateNotification update -> {
                place(update.getPlayerPositionsList());
                present = Set.copyOf(ids(update.getPlayerPositionsList()));
            }
            case S2CMonsterMoveNotification move -> move(move.getMonsterPositionDataList());
            case S2CMonsterAwakeNotification awake -> target(awake.getMonsterTargetList());
            case S2CMonsterHpUpdateNotification update ->
                    monsterHitPoints.put(update.getMonsterId(), update.getHp());
            case S2CMonsterDeathNotification death -> {
                monsters.remove(death.getMonsterId());
                monsterHitPoints.remove(death.getMonsterId());
                targets.remove(death.getMonsterId());
            }
            case S2CObjectHpUpdateNotification update ->
                    objectHitPoints.put(update.getObjectId(), update.getHp());
            case S2CObjectDestroyNotification destroyed -> {
                objects.remove(destroyed.getObjectId());
                objectHitPoints.remove(destroyed.getObjectId());
            }
            case S2CItemSpawnNotification spawned -> ground.addAll(spawned.getItemsList());
            default -> handle(message);
        }
    }

    private void handle(Message message) {
        switch (message) {
            case S2CPlayerGetItemNotification taken -> {
                ground.remove(taken.getItem());
                carry(taken.getPlayerId(), taken.getItem().getItemData(), 1);
            }
            case S2CPlayerEatFoodResponse eaten ->
                    carry(eaten.getPlayerId(), eaten.getItemData(), -1);
            case S2CPlayerEquipWeaponResponse wears -> {
                carry(wears.getPlayerId(), wears.getItemData(), -1);
                worn.computeIfAbsent(wears.getPlayerId(), _ -> new TreeSet<>())
                        .add(wears.getItemData().getItemCode());
            }
            case S2CItemDetachmentNotification bare -> {
                int code = bare.getItemCode();
                carry(bare.getPlayerId(), ItemData.newBuilder().setItemCode(code).build(), 1);
                worn.getOrDefault(bare.getPlayerId(), new TreeSet<>()).remove(code);
            }
            case S2CErrorNotification error -> errors.add(error.getErrorMessage());
            case S2CGameOverNotification _ -> over = true;
            default -> {}
        }
    }

    private void started(S2CGameStartNotification start) {
        starts++;
        over = false;
        List.of(players, monsters, objects, monsterHitPoints, objectHitPoints, worn, targets)
                .forEach(Map::clear);
        ground.clear();
        phaseEnd = start.getGameState().getNextPhaseAt();
        place(start.getPlayerPositionsList());
        move(start.getMonstersList());
        for (ObjectPositionData data : start.getObjectsList()) {
            objects.put(
                    data.getObjectData().getObjectId(),
                    thing(data.getObjectData().getObjectCode(), data.getX(), data.getY()));
        }
        for (int player : ids(start.getPlayerPositionsList())) {
            bags.remove(player);
            for (ItemData item : start.getItemsList()) {
                bags.computeIfAbsent(player, _ -> new TreeMap<>())
                        .merge(item.getItemCode(), item.getCount(), Integer::sum);
            }
        }
    }

    private void place(List<PlayerPositionData> positions) {
        for (PlayerPositionData data : positions) {
            players.put(data.getPlayerId(), data.getX() + "," + data.getY());
        }
    }

    private void move(List<MonsterPositionData> positions) {
        for (MonsterPositionData data : positions) {
            monsters.put(
                    data.getMonsterId(), thing(data.getMonsterCode(), data.getX(), data.getY()));
        }
    }

    private void target(List<MonsterTarget> changes) {
        for (MonsterTarget data : changes) {
            if (data.getTargetId() == NOBODY) {
                targets.remove(data.getMonsterId());
            } else {
                targets.put(data.getMonsterId(), data.getTargetId());
            }
        }
    }

    private void carry(int player, ItemData item, int sign) {
        Map<Integer, Integer> bag = bags.computeIfAbsent(player, _ -> new TreeMap<>());
        bag.merge(item.getItemCode(), sign * Math.max(1, item.getCount()), Integer::sum);
        bag.values().removeIf(count -> count <= 0);
    }

    private static List<Integer> ids(List<PlayerPositionData> positions) {
        return positions.stream().map(PlayerPositionData::getPlayerId).toList();
    }

    private static String thing(int code, float x, float y) {
        return code + " at " + x + "," + y;
    }
}
