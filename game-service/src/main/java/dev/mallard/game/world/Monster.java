package dev.mallard.game.world;

import dev.mallard.game.content.MonsterKind;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** A monster. */
public final class Monster extends Body {

    /** The time of something that has not happened. */
    public static final long NEVER = Long.MIN_VALUE / 2;

    private final int id;
    private final MonsterKind kind;
    private final boolean wave;
    private float homeX;
    private float homeY;
    private @Nullable Player target;
    private int coolDownMillis;
    private boolean moved;
    private @Nullable RateLimit displays;
    private long lastFought = NEVER;
    private long lastObjectHit = NEVER;
    private long @Nullable [] lastHitsOnPlayers;
    private long @Nullable [] lastHitsByPlayers;

    /**
     * @param id unique in one game
     * @param kind its figures
     * @param wave whether it came with a wave; its home is the core then
     */
    public Monster(int id, MonsterKind kind, boolean wave) {
        super(kind.hitPoints());
        this.id = id;
        this.kind = kind;
        this.wave = wave;
    }

    @Override
    public int id() {
        return id;
    }

    public MonsterKind kind() {
        return kind;
    }

    /** Whether it came with a wave. */
    public boolean wave() {
        return wave;
    }

    /** World x of the place it returns to. */
    public float homeX() {
        return homeX;
    }

    /** World y of the place it returns to. */
    public float homeY() {
        return homeY;
    }

    /** Sets the place it returns to. */
    public void home(float newX, float newY) {
        homeX = newX;
        homeY = newY;
        changed();
    }

    public boolean dead() {
        return hitPoints() == 0;
    }

    /** The player it chases, or null; may have died or left since the last look. */
    public @Nullable Player target() {
        return target;
    }

    /** Chases a player, or nobody. */
    public void target(@Nullable Player player) {
        target = player;
        changed();
    }

    /** Rest before it looks for a target again, milliseconds. */
    public int coolDownMillis() {
        return coolDownMillis;
    }

    /** Sets the rest, not below 0. */
    public void coolDownMillis(long millis) {
        coolDownMillis = Math.clamp(millis, 0, Integer.MAX_VALUE);
        changed();
    }

    /** Whether it waits to be reported as moved. */
    boolean moved() {
        return moved;
    }

    void moved(boolean waiting) {
        moved = waiting;
    }

    /** Whether it hit, was hit, or showed an attack at this time or later. */
    public boolean foughtSince(long time) {
        return lastFought >= time;
    }

    /**
     * Takes one from the limit on shown attacks.
     *
     * @param perSecond how many it may show a second, and at once
     * @return false when that is too many; then nothing is taken
     */
    public boolean tryDisplay(long nowMillis, int perSecond) {
        if (displays == null) {
            displays = new RateLimit();
        }
        fought(nowMillis);
        return displays.tryTake(nowMillis, perSecond, perSecond);
    }

    /** Limit on shown attacks, or null if none was shown yet: most monsters never fight. */
    public @Nullable RateLimit displays() {
        return displays;
    }

    /** Puts a limit on shown attacks as it was left. */
    public void displays(RateLimit limit) {
        displays = limit;
        if (limit.level() > 0) {
            fought(limit.lastMillis());
        }
    }

    private void fought(long nowMillis) {
        lastFought = Math.max(lastFought, nowMillis);
        changed();
    }

    /** When it last hit an object, or {@link #NEVER}. */
    public long lastObjectHit() {
        return lastObjectHit;
    }

    /** Notes a hit on an object. */
    public void hitObject(long nowMillis) {
        lastObjectHit = nowMillis;
        fought(nowMillis);
    }

    /** When it last hit a player, or {@link #NEVER}. */
    public long lastHitOn(Player player) {
        return at(lastHitsOnPlayers, player.seat());
    }

    /** Notes a hit on a player. */
    public void hit(Player player, long nowMillis) {
        lastHitsOnPlayers = note(lastHitsOnPlayers, player.seat(), nowMillis);
        fought(nowMillis);
    }

    /** When a player last hit it, or {@link #NEVER}. */
    public long lastHitBy(Player player) {
        return at(lastHitsByPlayers, player.seat());
    }

    /** Notes a hit by a player. */
    public void hitBy(Player player, long nowMillis) {
        lastHitsByPlayers = note(lastHitsByPlayers, player.seat(), nowMillis);
        fought(nowMillis);
    }

    /** Id and kind. */
    public MonsterRef ref() {
        return new MonsterRef(id, kind.code());
    }

    /** Id, kind and place. */
    public MonsterPosition position() {
        return new MonsterPosition(id, kind.code(), x(), y());
    }

    private static long at(long @Nullable [] times, int seat) {
        return times == null || seat >= times.length ? NEVER : times[seat];
    }

    private static long[] note(long @Nullable [] times, int seat, long nowMillis) {
        long[] noted = times;
        if (noted == null || seat >= noted.length) {
            int known = noted == null ? 0 : noted.length;
            noted = noted == null ? new long[seat + 1] : Arrays.copyOf(noted, seat + 1);
            Arrays.fill(noted, known, noted.length, NEVER);
        }
        noted[seat] = nowMillis;
        return noted;
    }
}
