package dev.mallard.lobby;

import dev.mallard.protocol.message.RoomData;

import org.junit.jupiter.api.AfterEach;

/** Users who make rooms, of which there are none at first. */
abstract class RoomsScenario extends LobbyScenario {

    /** The owners of all rooms leave, so that the next test finds none. */
    @AfterEach
    void dissolveAll() {
        for (RoomData room : other.list()) {
            gateway.user(room.getOwnerId(), 1).askToLeave();
            gateway.next(room.getOwnerId());
        }
    }
}
