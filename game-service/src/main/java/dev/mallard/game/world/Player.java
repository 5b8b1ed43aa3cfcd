package dev.mallard.game.world;

import dev.mallard.game.content.PlayerStats;

import org.jspecify.annotations.Nullable;

/** A player's seat in a game. */
public final class Player extends Body {

    private final Member member;
    private final int seat;
    private final PlayerStats stats;
    private final Inventory inventory;
    private final Equipment equipment = new Equipment();
    private final RateLimit swings;
    private final RateLimit hits;
    private final RateLimit objectHits;
    private final RecentTimes chats;
    private double allowance;
    private long allowanceAt;
    private int hunger;
    private long hungerElapsed;
    private long hungerAt;
    private boolean dead;
    private boolean connected = true;
    private long awaySince;
    private @Nullable Container held;

    /**
     * @param member whose seat it is
     * @param seat place in the join order from 0; never changes
     * @param stats figures of a player
     * @param stackSize largest amount in one inventory slot
     */
    public Player(Member member, int seat, PlayerStats stats, int stackSize) {
        this(
                member,
                seat,
                stats,
                new Saved(
                        new Inventory(stats.slots(), stackSize),
                        new RateLimit(),
                        new RateLimit(),
                        new RateLimit(),
                        new RecentTimes(),
                        stats.hunger(),
                        0,
                        0));
    }

    /**
     * A player as he was left, but at full health, at the origin and with nothing on.
     *
     * @param member whose seat it is
     * @param seat place in the join order from 0; never changes
     * @param stats figures of a player
     * @param saved the rest
     */
    public Player(Member member, int seat, PlayerStats stats, Saved saved) {
        super(stats.hitPoints());
        this.member = member;
        this.seat = seat;
        this.stats = stats;
        this.inventory = saved.inventory();
        this.swings = saved.swings();
        this.hits = saved.hits();
        this.objectHits = saved.objectHits();
        this.chats = saved.chats();
        this.hunger = saved.hunger();
        this.hungerElapsed = saved.hungerElapsed();
        this.hungerAt = saved.hungerAt();
    }

    /**
     * What a player has besides what can be given to a new one. Nothing in it is copied.
     *
     * @param inventory what he has
     * @param swings limit on swings
     * @param hits limit on hits on monsters
     * @param objectHits limit on hits on objects
     * @param chats limit on chat messages
     * @param hunger 0 to the maximum
     * @param hungerElapsed the hunger counter at {@code hungerAt}, milliseconds
     * @param hungerAt when the counter was last brought up to date, monotonic milliseconds
     */
    public record Saved(
            Inventory inventory,
            RateLimit swings,
            RateLimit hits,
            RateLimit objectHits,
            RecentTimes chats,
            int hunger,
            long hungerElapsed,
            long hungerAt) {}

    /** What a player that goes on from here has to have. */
    public Saved saved() {
        return new Saved(
                inventory, swings, hits, objectHits, chats, hunger, hungerElapsed, hungerAt);
    }

    /** User id. */
    @Override
    public int id() {
        return member.playerId();
    }

    /** Whose seat it is. */
    public Member member() {
        return member;
    }

    /** Place in the join order from 0. */
    public int seat() {
        return seat;
    }

    public Inventory inventory() {
        return inventory;
    }

    public Equipment equipment() {
        return equipment;
    }

    /** Distance that may still be walked, in world units. */
    public double allowance() {
        return allowance;
    }

    /** When {@link #allowance()} was last brought up to date. */
    public long allowanceAt() {
        return allowanceAt;
    }

    /** Sets the distance that may be walked. */
    public void allowance(double distance, long nowMillis) {
        allowance = distance;
        allowanceAt = nowMillis;
    }

    /** {@inheritDoc} At 0 the player is dead. */
    @Override
    public void hurt(int damage) {
        super.hurt(damage);
        dead = hitPoints() == 0;
    }

    /** Gives hit points back, up to the maximum. */
    public void heal(int amount) {
        restore(amount);
    }

    /** Makes a dead player alive at full health. */
    public void revive() {
        restore();
        dead = false;
    }

    public boolean dead() {
        return dead;
    }

    /** Hunger, 0 to the maximum; the maximum is full. */
    public int hunger() {
        return hunger;
    }

    /** Whether hunger is at its maximum. */
    public boolean full() {
        return hunger == stats.hunger();
    }

    /** Makes the player hungrier by 1, not below 0. */
    public void grow() {
        hunger = Math.max(0, hunger - 1);
    }

    /** Feeds the player, up to the maximum. */
    public void feed(int amount) {
        hunger = Math.min(stats.hunger(), hunger + amount);
    }

    /** Adds the time since the last call to the hunger counter and returns it, milliseconds. */
    public long hungerCounter(long nowMillis) {
        hungerElapsed += nowMillis - hungerAt;
        hungerAt = nowMillis;
        return hungerElapsed;
    }

    /** Sets hunger counter and clock back. */
    public void resetHungerClock(long nowMillis) {
        hungerElapsed = 0;
        hungerAt = nowMillis;
    }

    /** Whether somebody is connected to the seat. */
    public boolean connected() {
        return connected;
    }

    /** Since when nobody is connected; meaningless while somebody is. */
    public long awaySince() {
        return awaySince;
    }

    /** Nobody is connected any more. */
    public void away(long nowMillis) {
        connected = false;
        awaySince = nowMillis;
    }

    /** Somebody is connected again. */
    public void back() {
        connected = true;
    }

    /** Whether monsters may chase the player. */
    public boolean targetable() {
        return connected && !dead;
    }

    /** The box or core the player has open, or null. */
    public @Nullable Container held() {
        return held;
    }

    /** Notes which container is open; {@link Container#holder} is the other side of it. */
    public void held(@Nullable Container container) {
        held = container;
    }

    /** Limit on swings. */
    public RateLimit swings() {
        return swings;
    }

    /** Limit on hits on monsters. */
    public RateLimit hits() {
        return hits;
    }

    /** Limit on hits on objects. */
    public RateLimit objectHits() {
        return objectHits;
    }

    /** Limit on chat messages. */
    public RecentTimes chats() {
        return chats;
    }
}
