package dev.mallard.lobby.room;

import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The rules of rooms, as transactions. Sends nothing: what comes out says who is to be told. Any thread that
 * may wait; all methods throw {@link RequestRejectedException}, with {@code SERVER_BUSY} while the database
 * does not answer.
 */
@Service
public class RoomService {

    private final RoomRepository rooms;
    private final RoomProperties properties;
    private final Store store;
    private final Clock clock;

    public RoomService(RoomRepository rooms, RoomProperties properties, Store store, Clock clock) {
        this.rooms = rooms;
        this.properties = properties;
        this.store = store;
        this.clock = clock;
    }

    /** A room id that was never used before. */
    int nextId() {
        return Math.toIntExact(store.write("next-room-id", rooms::nextId));
    }

    /**
     * Makes a room with its owner inside.
     *
     * @param id from {@link #nextId()}
     * @throws RequestRejectedException with {@code ALREADY_IN_ROOM}, {@code ROOM_CAPACITY_INVALID} or {@code
     *     ROOM_LIMIT_REACHED}
     */
    RoomSnapshot create(int id, Player owner, RoomName name, int capacity) {
        return store.write(
                "create-room",
                () -> {
                    requireInLobby(owner.userId());
                    if (capacity < properties.minCapacity()
                            || capacity > properties.maxCapacity()) {
                        throw new RequestRejectedException(ErrorCode.ROOM_CAPACITY_INVALID);
                    }
                    if (rooms.count() >= properties.maxRooms()) {
                        throw new RequestRejectedException(ErrorCode.ROOM_LIMIT_REACHED);
                    }
                    Room room = new Room(id, name, capacity, owner, clock.instant());
                    return rooms.saveAndFlush(room).snapshot();
                });
    }

    /**
     * Lets a user into a room.
     *
     * @throws RequestRejectedException with {@code ALREADY_IN_ROOM}, {@code ROOM_NOT_FOUND}, {@code
     *     ROOM_NOT_OPEN} or {@code ROOM_FULL}
     */
    RoomSnapshot join(int roomId, Player player) {
        return store.write(
                "join-room",
                () -> {
                    requireInLobby(player.userId());
                    Room room = find(roomId);
                    room.join(player);
                    // Not a save, which would take over the user's membership of another room.
                    rooms.flush();
                    return room.snapshot();
                });
    }

    private void requireInLobby(int userId) {
        if (rooms.findRoomIdOf(userId).isPresent()) {
            throw new RequestRejectedException(ErrorCode.ALREADY_IN_ROOM);
        }
    }

    private Room find(int roomId) {
        return rooms.findWithMembers(roomId)
                .orElseThrow(() -> new RequestRejectedException(ErrorCode.ROOM_NOT_FOUND));
    }

    /** The room a user is in. */
    public Optional<Integer> roomOf(int userId) {
        return store.read("find-room-of-user", () -> rooms.findRoomIdOf(userId));
    }

    /**
     * Lets a user out by request. An owner dissolves the room; in a room whose game runs, where this only
     * comes from a user whom the game has left out, the member alone goes.
     *
     * @throws RequestRejectedException with {@code NOT_IN_ROOM}, or with {@code ROOM_ALREADY_STARTED} while
     *     the game is being prepared
     */
    Departure leave(int roomId, int userId) {
        return store.write(
                "leave-room",
                () -> {
                    Room room =
                            rooms.findWithMembers(roomId)
                                    .filter(r -> r.member(userId).isPresent())
                                    .orElseThrow(
                                            () ->
                                                    new RequestRejectedException(
                                                            ErrorCode.NOT_IN_ROOM));
                    if (room.state() == RoomState.PREPARE) {
                        throw new RequestRejectedException(ErrorCode.ROOM_ALREADY_STARTED);
                    }
                    return remove(room, userId);
                });
    }

    /**
     * Lets a user out whose session has ended. Nothing happens if the user has entered the room in a later
     * session, or if the game of the room runs: then the game decides.
     */
    public Optional<Departure> disconnect(int roomId, int userId, long sessionNumber) {
        return store.write(
                "disconnect-member",
                () ->
                        rooms.findWithMembers(roomId)
                                .filter(room -> room.state() != RoomState.PLAY)
                                .filter(room -> entered(room, userId, sessionNumber))
                                .map(room -> remove(room, userId)));
    }

    private static boolean entered(Room room, int userId, long sessionNumber) {
        return room.member(userId)
                .filter(member -> member.sessionNumber() <= sessionNumber)
                .isPresent();
    }

    private Departure remove(Room room, int userId) {
        RoomSnapshot before = room.snapshot();
        boolean playing = room.state() == RoomState.PLAY;
        if (!playing && room.isOwner(userId)) {
            delete(room);
            return new Departure.Dissolved(before);
        }
        room.remove(userId);
        if (room.isEmpty()) {
            delete(room);
        } else {
            rooms.flush();
        }
        if (playing) {
            return new Departure.LeftGame(userId);
        }
        RoomSnapshot.Member member =
                before.members().stream()
                        .filter(m -> m.userId() == userId)
                        .findFirst()
                        .orElseThrow();
        return new Departure.MemberLeft(room.snapshot(), member);
    }

    /**
     * Removes a player whose seat in the game is gone.
     *
     * @param sessionNumber a player who has entered the room in a later session stays
     */
    public void leaveGame(int roomId, int userId, long sessionNumber) {
        store.write(
                "leave-game",
                () ->
                        rooms.findWithMembers(roomId)
                                .filter(room -> room.state() != RoomState.WAIT)
                                .filter(room -> entered(room, userId, sessionNumber))
                                .map(room -> leaveGame(room, userId)));
    }

    private boolean leaveGame(Room room, int userId) {
        room.remove(userId);
        if (room.isEmpty()) {
            delete(room);
        }
        return true;
    }

    /** Removes a playing room; does nothing if it does not play. */
    public void abandon(int roomId) {
        store.write(
                "abandon-room",
                () ->
                        rooms.findWithMembers(roomId)
                                .filter(room -> room.state() == RoomState.PLAY)
                                .map(Room::snapshot)
                                .map(this::dissolve));
    }

    /** Rooms that wait and were made before a moment, the oldest first. */
    List<Integer> waitingSinceBefore(Instant moment, Limit limit) {
        return store.read(
                "find-expired-rooms", () -> rooms.findWaitingCreatedBefore(moment, limit));
    }

    /** Dissolves a room that has waited for longer than its lifetime; empty if it has not, or is gone. */
    Optional<Departure.Dissolved> expire(int roomId) {
        return store.write(
                "expire-room",
                () ->
                        rooms.findWithMembers(roomId)
                                .filter(room -> room.state() == RoomState.WAIT)
                                .map(Room::snapshot)
                                .filter(this::isTooOld)
                                .map(this::dissolve));
    }

    private boolean isTooOld(RoomSnapshot room) {
        return room.createdAt().isBefore(clock.instant().minus(properties.lifetime()));
    }

    private Departure.Dissolved dissolve(RoomSnapshot room) {
        delete(rooms.getReferenceById(room.id()));
        return new Departure.Dissolved(room);
    }

    private void delete(Room room) {
        rooms.delete(room);
        rooms.flush();
    }
}
