package dev.mallard.lobby.room;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A stored room with its members in the order of joining. Every change of the members changes the row of the
 * room too, so that of two changes at once, on whatever lobby, one is rolled back. Used in one transaction.
 */
@Entity
@Table(name = "room", schema = "lobby")
public final class Room {

    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "name", nullable = false, updatable = false)
    private String name;

    @Column(name = "capacity", nullable = false, updatable = false)
    private int capacity;

    @Column(name = "owner_id", nullable = false, updatable = false)
    private int ownerId;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "state", nullable = false)
    private RoomState state;

    @Column(name = "game_instance")
    private @Nullable String gameInstance;

    @Column(name = "game_fence", nullable = false)
    private long gameFence;

    @Column(name = "member_count", nullable = false)
    private int memberCount;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "state_since", nullable = false)
    private Instant stateSince;

    @Version
    @Column(name = "version", nullable = false)
    private @Nullable Long version;

    @OneToMany(mappedBy = "room", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("seat")
    private List<RoomMember> members = new ArrayList<>();

    /** For the persistence provider. */
    private Room() {
        this.name = "";
        this.state = RoomState.WAIT;
        this.createdAt = Instant.EPOCH;
        this.stateSince = Instant.EPOCH;
    }

    /**
     * An open room with its owner inside.
     *
     * @param id never used before
     */
    Room(int id, RoomName name, int capacity, Player owner, Instant now) {
        this.id = id;
        this.name = name.value();
        this.capacity = capacity;
        this.ownerId = owner.userId();
        this.state = RoomState.WAIT;
        this.createdAt = now;
        this.stateSince = now;
        add(owner);
    }

    /**
     * Takes a user in.
     *
     * @throws RequestRejectedException with {@code ROOM_NOT_OPEN} or {@code ROOM_FULL}
     */
    void join(Player player) {
        if (state != RoomState.WAIT) {
            throw new RequestRejectedException(ErrorCode.ROOM_NOT_OPEN);
        }
        if (memberCount >= capacity) {
            throw new RequestRejectedException(ErrorCode.ROOM_FULL);
        }
        add(player);
    }

    private void add(Player player) {
        int seat = members.isEmpty() ? 0 : members.getLast().seat() + 1;
        members.add(new RoomMember(this, player, seat));
        memberCount = members.size();
    }

    /** Removes a member, if the user is one. */
    public void remove(int userId) {
        members.removeIf(member -> member.userId() == userId);
        memberCount = members.size();
    }

    public Optional<RoomMember> member(int userId) {
        return members.stream().filter(member -> member.userId() == userId).findFirst();
    }

    /** From {@code WAIT} to {@code PREPARE}. */
    public void prepare(Instant now) {
        enter(RoomState.PREPARE, now);
    }

    /**
     * From {@code PREPARE} to {@code PLAY}.
     *
     * @param instance the game service instance that runs the game
     * @param fence grows with every instance that runs the game, 0 if the game dies with its instance
     */
    public void play(String instance, long fence, Instant now) {
        gameInstance = instance;
        gameFence = fence;
        enter(RoomState.PLAY, now);
    }

    /** Another instance goes on with the game. */
    public void moveGame(String instance, long fence) {
        gameInstance = instance;
        gameFence = fence;
    }

    /** From {@code PREPARE} back to {@code WAIT}. */
    public void reopen(Instant now) {
        enter(RoomState.WAIT, now);
    }

    private void enter(RoomState next, Instant now) {
        state = next;
        stateSince = now;
    }

    public int id() {
        return id;
    }

    public int ownerId() {
        return ownerId;
    }

    public boolean isOwner(int userId) {
        return ownerId == userId;
    }

    public RoomState state() {
        return state;
    }

    /** The game service instance that runs the game, or null while there is none. */
    public @Nullable String gameInstance() {
        return gameInstance;
    }

    /** Grows with every instance that runs the game; 0 while there is none, or if the game dies with it. */
    public long gameFence() {
        return gameFence;
    }

    /** When the room entered its state. */
    public Instant stateSince() {
        return stateSince;
    }

    /** Grows with every change of the room or its members; only of a room that is stored. */
    long version() {
        return Objects.requireNonNull(version, "the room is not stored yet");
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    /** The room as it is now. */
    public RoomSnapshot snapshot() {
        return new RoomSnapshot(
                id,
                name,
                capacity,
                ownerId,
                state,
                gameInstance,
                createdAt,
                stateSince,
                members.stream()
                        .map(member -> new RoomSnapshot.Member(member.userId(), member.nickname()))
                        .toList());
    }
}
