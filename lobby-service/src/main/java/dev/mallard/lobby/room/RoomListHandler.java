package dev.mallard.lobby.room;

import dev.mallard.lobby.store.Store;
import dev.mallard.lobby.work.SharedRead;
import dev.mallard.protocol.PacketType;
import dev.mallard.protocol.link.server.PacketHandler;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.message.GamePacket;

import org.springframework.stereotype.Component;

/** Serves GET_ROOM_LIST_REQUEST. Clients poll, so requests that come together share one reading. */
@Component
class RoomListHandler implements PacketHandler {

    private final RoomRepository rooms;
    private final RoomListing listing;
    private final Store store;
    private final SharedRead<Integer, GamePacket> reading = new SharedRead<>(users -> read());

    RoomListHandler(RoomRepository rooms, RoomProperties properties, Store store) {
        this.rooms = rooms;
        this.listing = new RoomListing(properties.listSize().toBytes());
        this.store = store;
    }

    @Override
    public PacketType type() {
        return PacketType.GET_ROOM_LIST_REQUEST;
    }

    @Override
    public void handle(Request request) {
        request.answer(reading.ask(request.sender().userId()));
    }

    private GamePacket read() {
        return store.read(
                () ->
                        RoomPackets.list(
                                listing.choose(
                                        rooms.findAllWithMembers().stream()
                                                .map(Room::snapshot)
                                                .toList())));
    }
}
