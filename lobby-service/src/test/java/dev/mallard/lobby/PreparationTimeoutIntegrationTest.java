package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.lobby.match.MatchHistory;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Games that are not created in time. */
class PreparationTimeoutIntegrationTest {

    private static final AtomicInteger USERS = new AtomicInteger();

    @TempDir static Path folder;
    private static RunningLobby lobby;

    private FakeGateway gateway;
    private FakeUser owner;
    private FakeUser member;
    private int room;

    @BeforeAll
    static void start() {
        lobby = RunningLobby.on(folder, "mallard.lobby.preparation.timeout=300ms");
    }

    @AfterAll
    static void stop() {
        lobby.close();
    }

    @BeforeEach
    void fillARoom() {
        gateway = FakeGateway.connect(lobby.port(), "gateway-1");
        owner = gateway.logIn(USERS.incrementAndGet());
        member = gateway.logIn(USERS.incrementAndGet());
        room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    private void prepare() {
        owner.askToPrepare();
        owner.done();
        gateway.control(BodyCase.PREPARE_GAME);
    }

    private static RoomStateType state(FakeUser user, int room) {
        return user.list().stream()
                .filter(r -> r.getRoomId() == room)
                .map(RoomData::getState)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void waitsAgainWhenNothingComesInTime() {
        prepare();

        assertThat(FakeGateway.error(owner.notification())).isEqualTo(ErrorCode.GAME_CREATE_FAILED);
        LinkControl cancelled = gateway.control(BodyCase.CANCEL_GAME);
        assertThat(cancelled.getCancelGame().getGameId()).isEqualTo(room);
        assertThat(cancelled.getCancelGame().getGameInstance()).isEmpty();
        assertThat(state(owner, room)).isEqualTo(RoomStateType.WAIT);
        member.hasHeardNothing();
    }

    @Test
    void cancelsAGameThatComesTooLate() {
        prepare();
        owner.notification();
        gateway.control(BodyCase.CANCEL_GAME);

        gateway.control(GameMessages.created(room, "game-1"));

        LinkControl cancelled = gateway.control(BodyCase.CANCEL_GAME);
        assertThat(cancelled.getCancelGame().getGameInstance()).isEqualTo("game-1");
        assertThat(state(owner, room)).isEqualTo(RoomStateType.WAIT);
    }

    @Test
    void newsOfTheCancelledGamesEndDoesNotTouchTheWaitingRoom() {
        prepare();
        owner.notification();
        gateway.control(BodyCase.CANCEL_GAME);

        gateway.control(GameMessages.ended(room, "game-1", "STOPPED", owner.id()));

        gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(state(owner, room)).isEqualTo(RoomStateType.WAIT);
        assertThat(lobby.bean(MatchHistory.class).latest(100)).noneMatch(m -> m.gameId() == room);
    }
}
