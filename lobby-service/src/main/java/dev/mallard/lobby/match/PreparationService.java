package dev.mallard.lobby.match;

import dev.mallard.lobby.room.Room;
import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomSnapshot;
import dev.mallard.lobby.room.RoomState;
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
 * The way of a room from waiting to playing, and back on failure, as transactions. Sends nothing. Any thread
 * that may wait; all methods throw {@link RequestRejectedException} with {@code SERVER_BUSY} while the
 * database does not answer.
 */
@Service
class PreparationService {

    private static final Limit AT_ONCE = Limit.of(200);

    private final RoomRepository rooms;
    private final Store store;
    private final Clock clock;

    PreparationService(RoomRepository rooms, Store store, Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Begins to prepare the game of a room.
     *
     * @return the room with those who are to play
     * @throws RequestRejectedException with {@code NOT_IN_ROOM}, {@code NOT_ROOM_OWNER} or {@code
     *     ROOM_ALREADY_STARTED}
     */
    RoomSnapshot begin(int roomId, int userId) {
        return store.write(
                "begin-preparation",
                () -> {
                    Room room =
                            rooms.findWithMembers(roomId)
                                    .filter(r -> r.member(userId).isPresent())
                                    .orElseThrow(() -> rejected(ErrorCode.NOT_IN_ROOM));
                    if (!room.isOwner(userId)) {
                        throw rejected(ErrorCode.NOT_ROOM_OWNER);
                    }
                    if (room.state() != RoomState.WAIT) {
                        throw rejected(ErrorCode.ROOM_ALREADY_STARTED);
                    }
                    room.prepare(clock.instant());
                    rooms.flush();
                    return room.snapshot();
                });
    }

    private static RequestRejectedException rejected(ErrorCode code) {
        return new RequestRejectedException(code);
    }

    /** A game service has created the game. */
    GameCreation created(int roomId, String instance, long fence) {
        return store.write(
                "game-created",
                () ->
                        rooms.findWithMembers(roomId)
                                .map(room -> created(room, instance, fence))
                                .orElseGet(GameCreation.Unwanted::new));
    }

    private GameCreation created(Room room, String instance, long fence) {
        return switch (room.state()) {
            case WAIT -> new GameCreation.Unwanted();
            case PREPARE -> {
                RoomSnapshot before = room.snapshot();
                room.play(instance, fence, clock.instant());
                rooms.flush();
                yield new GameCreation.Playing(before);
            }
            case PLAY ->
                    instance.equals(room.gameInstance())
                            ? new GameCreation.Known()
                            : new GameCreation.Unwanted();
        };
    }

    /**
     * Another game service goes on with the game. The service that had it may have died before the room heard
     * that the game was created.
     */
    GameMove moved(int roomId, String instance, long fence) {
        return store.write(
                "game-moved",
                () ->
                        rooms.findWithMembers(roomId)
                                .map(room -> moved(room, instance, fence))
                                .orElseGet(GameMove.Unwanted::new));
    }

    private GameMove moved(Room room, String instance, long fence) {
        return switch (room.state()) {
            case WAIT -> new GameMove.Unwanted();
            case PREPARE -> {
                RoomSnapshot before = room.snapshot();
                room.play(instance, fence, clock.instant());
                rooms.flush();
                yield new GameMove.Created(before);
            }
            case PLAY -> {
                if (fence > room.gameFence()) {
                    room.moveGame(instance, fence);
                    rooms.flush();
                }
                yield new GameMove.Recorded();
            }
        };
    }

    /**
     * The game was not created: the room waits again.
     *
     * @return the room while it was being prepared; empty if it was not
     */
    Optional<RoomSnapshot> failed(int roomId) {
        return failedSince(roomId, Instant.MAX);
    }

    /** Like {@link #failed}, if the preparation began before a moment. */
    Optional<RoomSnapshot> failedSince(int roomId, Instant moment) {
        return store.write(
                "end-preparation",
                () ->
                        rooms.findWithMembers(roomId)
                                .filter(room -> room.state() == RoomState.PREPARE)
                                .filter(room -> room.stateSince().isBefore(moment))
                                .map(this::reopen));
    }

    private RoomSnapshot reopen(Room room) {
        RoomSnapshot before = room.snapshot();
        room.reopen(clock.instant());
        rooms.flush();
        return before;
    }

    /** Rooms whose preparation began before a moment. */
    List<Integer> preparingSinceBefore(Instant moment) {
        return store.read(
                "find-late-preparations",
                () -> rooms.findInStateSinceBefore(RoomState.PREPARE, moment, AT_ONCE));
    }
}
