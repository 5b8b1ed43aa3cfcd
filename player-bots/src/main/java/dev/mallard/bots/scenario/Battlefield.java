package dev.mallard.bots.scenario;

import com.google.protobuf.Message;

import dev.mallard.protocol.message.Item;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.MonsterTarget;
import dev.mallard.protocol.message.ObjectPositionData;
import dev.mallard.protocol.message.PhaseType;
import dev.mallard.protocol.message.PlayerPositionData;
import dev.mallard.protocol.message.Position;
import dev.mallard.protocol.message.S2CErrorNotification;
import dev.mallard.protocol.message.S2CGameClearNotification;
import dev.mallard.protocol.message.S2CGameOverNotification;
import dev.mallard.protocol.message.S2CGamePhaseUpdateNotification;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CItemSpawnNotification;
import dev.mallard.protocol.message.S2CMonsterAwakeNotification;
import dev.mallard.protocol.message.S2CMonsterDeathNotification;
import dev.mallard.protocol.message.S2CMonsterMoveNotification;
import dev.mallard.protocol.message.S2CMonsterWaveStartNotification;
import dev.mallard.protocol.message.S2CObjectDestroyNotification;
import dev.mallard.protocol.message.S2CPlayerDeathNotification;
import dev.mallard.protocol.message.S2CPlayerGetItemNotification;
import dev.mallard.protocol.message.S2CPlayerHungerUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerPositionUpdateNotification;
import dev.mallard.protocol.message.S2CPlayerRevivalNotification;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * The game as one client knows it from the notifications that it got. Any thread; one thread changes
 * it.
 */
final class Battlefield {

    /** How a game ended. */
    enum Outcome {
        LOST,
        WON
    }

    private final Map<Integer, Monster> monsters = new LinkedHashMap<>();
    private final Map<Integer, ObjectPositionData> objects = new LinkedHashMap<>();
    private final Map<Integer, Point> players = new HashMap<>();
    private final Map<Integer, Integer> hunger = new HashMap<>();
    private final Map<Integer, Point> revived = new HashMap<>();
    private final Set<Integer> dead = new HashSet<>();
    private final List<Item> ground = new ArrayList<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private PhaseType phase = PhaseType.DAY;
    private int waves;
    private int monstersBeaten;
    private int deaths;
    private int revivals;
    private int errors;

    /** Takes in a notification; what tells nothing new about the field is ignored. */
    synchronized void apply(Message message) {
        switch (message) {
            case S2CGameStartNotification start -> started(start);
            case S2CGamePhaseUpdateNotification update ->
                    phase = update.getGameState().getPhaseType();
            case S2CPlayerPositionUpdateNotification update ->
                    placePlayers(update.getPlayerPositionsList());
            case S2CPlayerHungerUpdateNotification update ->
                    hunger.put(update.getPlayerId(), update.getHunger());
            case S2CPlayerDeathNotification death -> died(death.getPlayerId());
            case S2CPlayerRevivalNotification revival -> revived(revival);
            case S2CMonsterWaveStartNotification wave -> waveCame(wave);
            case S2CMonsterMoveNotification move -> move(move.getMonsterPositionDataList());
            case S2CMonsterAwakeNotification awake -> target(awake.getMonsterTargetList());
            case S2CMonsterDeathNotification death -> beaten(death.getMonsterId());
            case S2CObjectDestroyNotification destroyed -> objects.remove(destroyed.getObjectId());
            case S2CItemSpawnNotification spawned -> ground.addAll(spawned.getItemsList());
            case S2CPlayerGetItemNotification taken -> ground.remove(taken.getItem());
            case S2CErrorNotification _ -> errors++;
            case S2CGameOverNotification _ -> outcome.complete(Outcome.LOST);
            case S2CGameClearNotification _ -> outcome.complete(Outcome.WON);
            default -> {}
        }
    }

    private void started(S2CGameStartNotification start) {
        phase = start.getGameState().getPhaseType();
        placePlayers(start.getPlayerPositionsList());
        for (MonsterPositionData data : start.getMonstersList()) {
            monsters.put(data.getMonsterId(), Monster.of(data, false));
        }
        for (ObjectPositionData data : start.getObjectsList()) {
            objects.put(data.getObjectData().getObjectId(), data);
        }
    }

    private void placePlayers(List<PlayerPositionData> positions) {
        for (PlayerPositionData data : positions) {
            players.put(data.getPlayerId(), new Point(data.getX(), data.getY()));
        }
    }

    private void died(int playerId) {
        dead.add(playerId);
        deaths++;
    }

    private void revived(S2CPlayerRevivalNotification revival) {
        Position position = revival.getPosition();
        Point place = new Point(position.getX(), position.getY());
        dead.remove(revival.getPlayerId());
        players.put(revival.getPlayerId(), place);
        revived.put(revival.getPlayerId(), place);
        revivals++;
    }

    private void waveCame(S2CMonsterWaveStartNotification wave) {
        waves++;
        for (MonsterPositionData data : wave.getMonstersList()) {
            monsters.put(data.getMonsterId(), Monster.of(data, true));
        }
    }

    private void move(List<MonsterPositionData> moved) {
        for (MonsterPositionData data : moved) {
            Point place = new Point(data.getX(), data.getY());
            monsters.computeIfPresent(data.getMonsterId(), (_, monster) -> monster.at(place));
        }
    }

    private void target(List<MonsterTarget> targets) {
        for (MonsterTarget data : targets) {
            monsters.computeIfPresent(
                    data.getMonsterId(), (_, monster) -> monster.chasing(data.getTargetId()));
        }
    }

    private void beaten(int monsterId) {
        if (monsters.remove(monsterId) != null) {
            monstersBeaten++;
        }
    }

    synchronized PhaseType phase() {
        return phase;
    }

    /** Where a player stands; the core if nothing is known of him. */
    synchronized Point placeOf(int playerId) {
        return players.getOrDefault(playerId, Point.CORE);
    }

    synchronized boolean alive(int playerId) {
        return players.containsKey(playerId) && !dead.contains(playerId);
    }

    /** From 100, full, to 0. */
    synchronized int hungerOf(int playerId) {
        return hunger.getOrDefault(playerId, 100);
    }

    /** Where a player came back to life since the last call with his id. */
    synchronized Optional<Point> takeRevival(int playerId) {
        return Optional.ofNullable(revived.remove(playerId));
    }

    synchronized List<Monster> monsters(Predicate<Monster> condition) {
        return monsters.values().stream().filter(condition).toList();
    }

    synchronized Optional<Monster> nearestOfWave(Point place) {
        return monsters.values().stream()
                .filter(Monster::ofWave)
                .min(Comparator.comparingDouble(monster -> monster.place().distanceTo(place)));
    }

    /** The nearest standing object with one of the codes. */
    Optional<ObjectPositionData> nearestObject(Point place, Set<Integer> codes) {
        return nearestObject(
                place, object -> codes.contains(object.getObjectData().getObjectCode()));
    }

    /** The nearest standing object that meets a condition. */
    synchronized Optional<ObjectPositionData> nearestObject(
            Point place, Predicate<ObjectPositionData> condition) {
        return objects.values().stream()
                .filter(condition)
                .min(
                        Comparator.comparingDouble(
                                object ->
                                        new Point(object.getX(), object.getY()).distanceTo(place)));
    }

    synchronized boolean stands(int objectId) {
        return objects.containsKey(objectId);
    }

    synchronized Optional<Item> onGround(int itemCode) {
        return ground.stream()
                .filter(item -> item.getItemData().getItemCode() == itemCode)
                .findFirst();
    }

    synchronized boolean waveBeaten() {
        return waves > 0 && monsters.values().stream().noneMatch(Monster::ofWave);
    }

    synchronized int waves() {
        return waves;
    }

    synchronized int monstersBeaten() {
        return monstersBeaten;
    }

    synchronized int deaths() {
        return deaths;
    }

    synchronized int revivals() {
        return revivals;
    }

    synchronized int errors() {
        return errors;
    }

    /** Done when the game has ended. */
    CompletableFuture<Outcome> outcome() {
        return outcome;
    }
}
