package dev.mallard.lobby.room;

import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.User;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A room at a moment. Immutable.
 *
 * @param id also the id of its game
 * @param name as typed by its owner
 * @param capacity most members
 * @param ownerId user id of the owner
 * @param state where it is in its life
 * @param gameInstance the game service instance that runs the game, or null
 * @param createdAt when it was made
 * @param stateSince when it entered its state
 * @param members in the order of joining
 */
public record RoomSnapshot(
        int id,
        String name,
        int capacity,
        int ownerId,
        RoomState state,
        @Nullable String gameInstance,
        Instant createdAt,
        Instant stateSince,
        List<Member> members) {

    /** A user in the room. */
    public record Member(int userId, String nickname) {

        User toMessage() {
            return User.newBuilder().setUserId(userId).setName(nickname).build();
        }
    }

    public RoomSnapshot {
        members = List.copyOf(members);
    }

    public List<Integer> memberIds() {
        return members.stream().map(Member::userId).toList();
    }

    /** All members but one. */
    public List<Integer> memberIdsWithout(int userId) {
        return members.stream().map(Member::userId).filter(id -> id != userId).toList();
    }

    boolean hasFreeSeat() {
        return state == RoomState.WAIT && members.size() < capacity;
    }

    /** The room as clients see it. */
    RoomData toMessage() {
        return message(state);
    }

    /** The room as the game service and the players of its game see it: playing. */
    public RoomData toGameMessage() {
        return message(RoomState.PLAY);
    }

    private RoomData message(RoomState shown) {
        RoomData.Builder room =
                RoomData.newBuilder()
                        .setRoomId(id)
                        .setOwnerId(ownerId)
                        .setName(name)
                        .setMaxUserNum(capacity)
                        .setState(shown.onTheWire());
        members.forEach(member -> room.addUsers(member.toMessage()));
        return room.build();
    }
}
