package dev.mallard.bots.scenario;

import com.google.protobuf.Message;

import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.PlayerActions;
import dev.mallard.protocol.message.User;

import java.time.Duration;

/**
 * One player of the match: its connection, what it knows of the game, and where it stands. Used by the
 * match's thread; what it knows is kept up to date by its client.
 */
final class BotPlayer implements AutoCloseable {

    /** World units per second, the pace that the rules allow. */
    private static final double PACE = 3;

    /** Nearer than this, a monster touches a player. */
    private static final double TOUCH = 1.6;

    private static final double SWORD_LENGTH = 5;
    private static final Duration MONSTER_HIT_INTERVAL = Duration.ofMillis(320);
    private static final Duration SWORD_INTERVAL = Duration.ofMillis(150);

    private final GameClient client;
    private final User user;
    private final PlayerActions actions;
    private final Battlefield field = new Battlefield();
    private final Belongings belongings = new Belongings();
    private final HitClock taken = new HitClock(MONSTER_HIT_INTERVAL);
    private final HitClock dealt = new HitClock(SWORD_INTERVAL);
    private Point place = Point.CORE;

    BotPlayer(GameClient client, User user) {
        this.client = client;
        this.user = user;
        this.actions = new PlayerActions(client);
        client.onNotification(Message.class, field::apply);
        client.onNotification(Message.class, belongings::apply);
    }

    int id() {
        return user.getUserId();
    }

    String name() {
        return user.getName();
    }

    GameClient client() {
        return client;
    }

    PlayerActions actions() {
        return actions;
    }

    Battlefield field() {
        return field;
    }

    Belongings belongings() {
        return belongings;
    }

    Point place() {
        return place;
    }

    boolean alive() {
        return field.alive(id());
    }

    /** Takes the start place that the server has chosen. */
    void takeStartPlace() {
        place = field.placeOf(id());
    }

    /** Goes on from where the server has set the player down, and tells where it stands. */
    void report() {
        field.takeRevival(id()).ifPresent(there -> place = there);
        if (alive()) {
            actions.moveTo((float) place.x(), (float) place.y());
        }
    }

    /**
     * Walks on toward a goal, and stops short of it.
     *
     * @param gap how far from the goal to stop, world units
     */
    void walkToward(Point goal, double gap, Duration time) {
        place = place.stepToward(goal, PACE * time.toNanos() / 1e9, gap);
    }

    /** Hits a monster if the sword reaches it and is not still being swung. */
    void hitIfInReach(Monster monster, long nanoTime) {
        if (place.distanceTo(monster.place()) <= SWORD_LENGTH
                && dealt.strike(monster.id(), nanoTime)) {
            Point target = monster.place();
            actions.hitMonster(
                    monster.id(),
                    (float) (target.x() - place.x()),
                    (float) (target.y() - place.y()));
        }
    }

    /** Tells of the monsters that touch this player, each as often as it can hit. */
    void suffer(long nanoTime) {
        for (Monster monster : field.monsters(this::touches)) {
            if (taken.strike(monster.id(), nanoTime)) {
                actions.hitByMonster(monster.id());
            }
        }
    }

    private boolean touches(Monster monster) {
        return monster.place().distanceTo(place) <= TOUCH;
    }

    @Override
    public void close() {
        client.close();
    }
}
