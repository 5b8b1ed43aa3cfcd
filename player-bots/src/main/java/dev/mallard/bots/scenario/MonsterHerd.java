package dev.mallard.bots.scenario;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.HostActions;
import dev.mallard.protocol.message.MonsterPositionData;
import dev.mallard.protocol.message.S2CMonsterSpawnRequest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The monsters in the hands of the host's client: it places a wave when the server asks, walks monsters
 * to whom they chase or else to the core, and has them hit what they reach. Used by the match's thread.
 */
final class MonsterHerd {

    /** Where a monster stops before what it attacks, world units. */
    private static final double BEFORE_PLAYER = 1.2;

    private static final double BEFORE_CORE = 4;
    private static final Duration HIT_INTERVAL = Duration.ofMillis(320);

    private final Battlefield field;
    private final HostActions actions;
    private final HitClock hits = new HitClock(HIT_INTERVAL);

    /** Where this client has led its monsters; what the server sends back is one tick behind. */
    private final Map<Integer, Point> places = new HashMap<>();

    private boolean kingReleased;

    MonsterHerd(GameClient client, Battlefield field) {
        this.field = field;
        this.actions = new HostActions(client);
        client.onNotification(
                S2CMonsterSpawnRequest.class,
                request -> actions.placeWave(MapLayout.wave(request.getMonstersList())));
    }

    /** Lets the king leave its place and walk to the core. */
    void releaseKing() {
        kingReleased = true;
    }

    /**
     * Moves all monsters that are awake.
     *
     * @param time how long the last tick took
     */
    void move(Duration time, long nanoTime) {
        List<MonsterPositionData> moved = new ArrayList<>();
        for (Monster monster : field.monsters(this::awake)) {
            Point before = places.getOrDefault(monster.id(), monster.place());
            boolean chasing = monster.target() != 0 && field.alive(monster.target());
            Point goal = chasing ? field.placeOf(monster.target()) : Point.CORE;
            double gap = chasing ? BEFORE_PLAYER : BEFORE_CORE;
            double step = monster.kind().unitsPerSecond() * time.toNanos() / 1e9;
            Point after = before.stepToward(goal, step, gap);
            places.put(monster.id(), after);
            moved.add(monster.at(after).toData());
            if (after.distanceTo(goal) <= gap + 0.1) {
                attack(monster, chasing, nanoTime);
            }
        }
        if (!moved.isEmpty()) {
            actions.moveMonsters(moved);
        }
    }

    private boolean awake(Monster monster) {
        return monster.ofWave() || (kingReleased && monster.kind() == MonsterKind.MALLARD_KING);
    }

    private void attack(Monster monster, boolean player, long nanoTime) {
        if (!hits.strike(monster.id(), nanoTime)) {
            return;
        }
        if (player) {
            actions.showAttack(monster.id(), monster.target());
        } else {
            actions.hitObject(monster.id(), MapLayout.CORE_ID);
        }
    }
}
