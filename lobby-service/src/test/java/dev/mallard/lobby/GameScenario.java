package dev.mallard.lobby;

import static org.awaitility.Awaitility.await;

import dev.mallard.lobby.match.MatchHistory;
import dev.mallard.lobby.match.PlayedMatch;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;

import org.junit.jupiter.api.BeforeEach;

/** A room with two members, and a third user who is in none. */
abstract class GameScenario extends LobbyScenario {

    int room;

    @BeforeEach
    void fillARoom() {
        room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();
    }

    RoomData prepare() {
        owner.askToPrepare();
        owner.done();
        return gateway.control(BodyCase.PREPARE_GAME).getPrepareGame().getRoom();
    }

    void play() {
        prepare();
        gateway.control(GameMessages.created(room, "game-1"));
        await().until(() -> state() == RoomStateType.PLAY);
    }

    /** The state of the room as the list shows it; UNRECOGNIZED if it is gone. */
    RoomStateType state() {
        return other.list().stream()
                .filter(r -> r.getRoomId() == room)
                .map(RoomData::getState)
                .findFirst()
                .orElse(RoomStateType.UNRECOGNIZED);
    }

    boolean roomIsGone() {
        return state() == RoomStateType.UNRECOGNIZED;
    }

    PlayedMatch match() {
        return lobby.bean(MatchHistory.class).latest(100).stream()
                .filter(m -> m.gameId() == room)
                .findFirst()
                .orElseThrow();
    }
}
