package dev.mallard.lobby.room;

import dev.mallard.lobby.work.SharedRead;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.EncodedPacket;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;

import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Serves GET_ROOM_LIST_REQUEST. Clients poll, so requests that come together share one reading and its bytes.
 * A gateway that does not take the lists it was sent gets SERVER_BUSY instead of more.
 */
@Component
class RoomListHandler implements PacketHandler {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final SharedRead<Integer, EncodedPacket> reading;
    private final LinkTurns turns = new LinkTurns(PATIENCE);

    RoomListHandler(RoomListReader reader, RoomProperties properties) {
        this.reading = new SharedRead<>(users -> reader.read(), properties.listInterval());
    }

    @Override
    public PacketType type() {
        return PacketType.GET_ROOM_LIST_REQUEST;
    }

    @Override
    public void handle(Request request) {
        EncodedPacket list = reading.ask(request.sender().userId());
        if (!turns.run(request.sender().link(), () -> request.answer(list))) {
            throw new RequestRejectedException(ErrorCode.SERVER_BUSY);
        }
    }
}
