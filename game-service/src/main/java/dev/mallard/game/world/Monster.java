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
    private final RateLimit displays;
    private float homeX;
    private float homeY;
    private @Nullable Player target;
    private int coolDownMillis;
    private boolean moved;
    private long lastObjectHit = NEVER;
    private long @Nullable [] lastHitsOnPlayers;
    private long @Nullable [] lastHitsByPlayers;

    /**
     * @param id unique in one game
     * @param kind its figures
     * @param wave whether it came with a wave; its home is the core then
     */
    public Monster(int id, MonsterKind kind, boolean wave) {
        this(id, kind, wave, new RateLimit());
    }

    /**
     * @param id unique in one game
     * @param kind its figures
     * @param wave whether it came with a wave; its home is the core then
     * @param displays limit on shown attacks, as it was left
     */
    public Monster(int id, MonsterKind kind, boolean wave, RateLimit displays) {
        super(kind.hitPoints());
        this.id = id;
        this.kind = kind;
        this.wave = wave;
        this.displays = displays;
    }

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
    }

    /** Rest before it looks for a target again, milliseconds. */
    public int coolDownMillis() {
        return coolDownMillis;
    }

    /** Sets the rest, not below 0. */
    public void coolDownMillis(long millis) {
        coolDownMillis = Math.clamp(millis, 0, Integer.MAX_VALUE);
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
        return lastObjectHit >= time
                || anySince(lastHitsOnPlayers, time)
                || anySince(lastHitsByPlayers, time)
                || displays.usedSince(time);
    }

    /** Limit on shown attacks. */
    public RateLimit displays() {
        return displays;
    }

    /** When it last hit an object, or {@link #NEVER}. */
    public long lastObjectHit() {
        return lastObjectHit;
    }

    /** Notes a hit on an object. */
    public void hitObject(long nowMillis) {
        lastObjectHit = nowMillis;
    }

    /** When it last hit a player, or {@link #NEVER}. */
    public long lastHitOn(Player player) {
        return at(lastHitsOnPlayers, player.seat());
    }

    /** Notes a hit on a player. */
    public void hit(Player player, long nowMillis) {
        lastHitsOnPlayers = note(lastHitsOnPlayers, player.seat(), nowMillis);
    }

    /** When a player last hit it, or {@link #NEVER}. */
    public long lastHitBy(Player player) {
        return at(lastHitsByPlayers, player.seat());
    }

    /** Notes a hit by a player. */
    public void hitBy(Player player, long nowMillis) {
        lastHitsByPlayers = note(lastHitsByPlayers, player.seat(), nowMillis);
    }

    /** Id and kind. */
    public MonsterRef ref() {
        return new MonsterRef(id, kind.code());
    }

    /** Id, kind and place. */
    public MonsterPosition position() {
        return new MonsterPosition(id, kind.code(), x(), y());
    }

    private static boolean anySince(long @Nullable [] times, long since) {
        if (times != null) {
            for (long time : times) {
                if (time >= since) {
                    return true;
                }
            }
        }
        return false;
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
