package dev.mallard.lobby.ops;

import dev.mallard.protocol.link.message.Load;
import dev.mallard.protocol.link.server.LoadSource;

import org.springframework.stereotype.Component;

/** What the lobby tells the gateways about its load. Any thread. */
@Component
class LobbyLoad implements LoadSource {

    private final RoomCensus census;

    LobbyLoad(RoomCensus census) {
        this.census = census;
    }

    @Override
    public Load currentLoad() {
        return Load.newBuilder().setRooms(census.rooms()).setAcceptingWork(true).build();
    }
}
