package dev.mallard.benchmarks.lobby;

import dev.mallard.benchmarks.lobby.RoomOperation.Step;
import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SGamePrepareRequest;
import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.C2SJoinRoomRequest;
import dev.mallard.protocol.message.C2SLeaveRoomRequest;
import dev.mallard.protocol.message.GamePacket;

/** Four users who fill one room after the other. Confined to the event loop of their link. */
final class Crew {

    private final int firstUser;
    private int step;
    private int roomId;
    private boolean waiting;
    private long dueNanos;

    /**
     * @param firstUser id of the first of its users, whose ids follow each other
     * @param dueNanos when it begins
     */
    Crew(int firstUser, long dueNanos) {
        this.firstUser = firstUser;
        this.dueNanos = dueNanos;
    }

    Step step() {
        return RoomOperation.LIFE.get(step);
    }

    /** Who does the step. */
    int user() {
        return user(step().seat());
    }

    int user(int seat) {
        return firstUser + seat;
    }

    int roomId() {
        return roomId;
    }

    void room(int id) {
        roomId = id;
    }

    /** Whether the last room is gone, and the next one not asked for yet. */
    boolean betweenRooms() {
        return step == 0 && !waiting;
    }

    /** Whether an answer is still to come. */
    boolean waiting() {
        return waiting;
    }

    /** When the step should be or should have been asked for. */
    long dueNanos() {
        return dueNanos;
    }

    void asked() {
        waiting = true;
    }

    /** Goes on to the next step. */
    void answered(long nextDueNanos) {
        waiting = false;
        dueNanos = nextDueNanos;
        step = (step + 1) % RoomOperation.LIFE.size();
    }

    /** Moves the next step to another time. */
    void due(long nanos) {
        dueNanos = nanos;
    }

    /** What the user of the step sends. */
    GamePacket request() {
        GamePacket.Builder packet = GamePacket.newBuilder();
        switch (step().operation()) {
            case CREATE ->
                    packet.setCreateRoomRequest(
                            C2SCreateRoomRequest.newBuilder()
                                    .setRoomName("Pond " + firstUser)
                                    .setMaxUserNum(RoomOperation.CREW));
            case JOIN ->
                    packet.setJoinRoomRequest(C2SJoinRoomRequest.newBuilder().setRoomId(roomId));
            case LIST -> packet.setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance());
            case LEAVE -> packet.setLeaveRoomRequest(C2SLeaveRoomRequest.getDefaultInstance());
            case PREPARE ->
                    packet.setGamePrepareRequest(C2SGamePrepareRequest.getDefaultInstance());
            case END -> throw new IllegalStateException("no user ends a game");
        }
        return packet.build();
    }
}
