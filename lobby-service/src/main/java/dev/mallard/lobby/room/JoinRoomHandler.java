package dev.mallard.lobby.room;

import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.stereotype.Component;

/** Serves JOIN_ROOM_REQUEST: the one who joins is answered before the others are told. */
@Component
class JoinRoomHandler implements PacketHandler {

    private final RoomService rooms;
    private final RoomLocks locks;
    private final RoomNotifier notifier;
    private final MeterRegistry meters;

    JoinRoomHandler(
            RoomService rooms, RoomLocks locks, RoomNotifier notifier, MeterRegistry meters) {
        this.rooms = rooms;
        this.locks = locks;
        this.notifier = notifier;
        this.meters = meters;
    }

    @Override
    public PacketType type() {
        return PacketType.JOIN_ROOM_REQUEST;
    }

    @Override
    public void handle(Request request) {
        int roomId = request.packet().getJoinRoomRequest().getRoomId();
        try {
            locks.run(roomId, () -> join(request, roomId));
            count("SUCCESS");
        } catch (RequestRejectedException rejection) {
            count(rejection.code().name());
            throw rejection;
        }
    }

    private void join(Request request, int roomId) {
        RoomSnapshot room = rooms.join(roomId, Player.of(request.sender()));
        request.answer(RoomPackets.joined(room));
        notifier.memberJoined(room);
    }

    private void count(String outcome) {
        Counter.builder("mallard.lobby.joins")
                .description("Requests to join a room, by outcome")
                .tag("outcome", outcome)
                .register(meters)
                .increment();
    }
}
