package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.lobby.match.MatchHistory;
import dev.mallard.lobby.match.PlayedMatch;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** From a room to a game and back, over a link. */
class GamesIntegrationTest {

    private static final AtomicInteger USERS = new AtomicInteger();

    @TempDir static Path folder;
    private static RunningLobby lobby;

    /** The oldest link gets what the lobby has to say about users of earlier tests. */
    private static FakeGateway janitor;

    private FakeGateway gateway;
    private FakeUser owner;
    private FakeUser member;
    private FakeUser other;
    private int room;

    @BeforeAll
    static void start() {
        lobby = RunningLobby.on(folder);
        janitor = FakeGateway.connect(lobby.port(), "janitor");
    }

    @AfterAll
    static void stop() {
        janitor.close();
        lobby.close();
    }

    @BeforeEach
    void fillARoom() {
        gateway = FakeGateway.connect(lobby.port(), "gateway-1");
        owner = gateway.logIn(USERS.incrementAndGet());
        member = gateway.logIn(USERS.incrementAndGet());
        other = gateway.logIn(USERS.incrementAndGet());
        room = owner.create("Pond", 4).getRoomId();
        member.join(room);
        owner.notification();
    }

    @AfterEach
    void disconnect() {
        gateway.close();
    }

    private RoomData prepare() {
        owner.askToPrepare();
        owner.done();
        return gateway.control(BodyCase.PREPARE_GAME).getPrepareGame().getRoom();
    }

    private void play() {
        prepare();
        gateway.control(GameMessages.created(room, "game-1"));
        await().until(() -> state() == RoomStateType.PLAY);
    }

    /** The state of the room as the list shows it, or null if it is gone. */
    private RoomStateType state() {
        return other.list().stream()
                .filter(r -> r.getRoomId() == room)
                .map(RoomData::getState)
                .findFirst()
                .orElse(RoomStateType.UNRECOGNIZED);
    }

    private boolean roomIsGone() {
        return state() == RoomStateType.UNRECOGNIZED;
    }

    private PlayedMatch match() {
        return lobby.bean(MatchHistory.class).latest(100).stream()
                .filter(m -> m.gameId() == room)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksTheOwnersGatewayForAGame() {
        RoomData wanted = prepare();

        assertThat(wanted.getRoomId()).isEqualTo(room);
        assertThat(wanted.getOwnerId()).isEqualTo(owner.id());
        assertThat(wanted.getName()).isEqualTo("Pond");
        assertThat(wanted.getMaxUserNum()).isEqualTo(4);
        assertThat(wanted.getState()).isEqualTo(RoomStateType.PLAY);
        assertThat(wanted.getUsersList())
                .extracting(User::getUserId)
                .containsExactly(owner.id(), member.id());
        assertThat(state()).isEqualTo(RoomStateType.PREPARE);
        member.hasHeardNothing();
    }

    @Test
    void onlyTheOwnerPrepares() {
        member.askToPrepare();

        assertThat(member.rejection()).isEqualTo(ErrorCode.NOT_ROOM_OWNER);
        assertThat(state()).isEqualTo(RoomStateType.WAIT);
    }

    @Test
    void nobodyComesOrGoesDuringPreparation() {
        prepare();

        owner.askToPrepare();
        assertThat(owner.rejection()).isEqualTo(ErrorCode.ROOM_ALREADY_STARTED);
        owner.askToLeave();
        assertThat(owner.rejection()).isEqualTo(ErrorCode.ROOM_ALREADY_STARTED);
        member.askToLeave();
        assertThat(member.rejection()).isEqualTo(ErrorCode.ROOM_ALREADY_STARTED);
        member.askToPrepare();
        assertThat(member.rejection()).isEqualTo(ErrorCode.NOT_ROOM_OWNER);
        other.askToJoin(room);
        assertThat(other.rejection()).isEqualTo(ErrorCode.ROOM_NOT_OPEN);
        member.gesture(1, 1);
        member.hasHeardNothing();
        owner.hasHeardNothing();
    }

    @Test
    void playsWhenTheGameIsCreated() {
        play();

        other.askToJoin(room);
        assertThat(other.rejection()).isEqualTo(ErrorCode.ROOM_NOT_OPEN);
        owner.askToPrepare();
        assertThat(owner.rejection()).isEqualTo(ErrorCode.ROOM_ALREADY_STARTED);
        member.askToJoin(room);
        assertThat(member.rejection()).isEqualTo(ErrorCode.ALREADY_IN_ROOM);

        gateway.control(GameMessages.created(room, "game-1"));
        gateway.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id(), member.id()));
        // The repeated news of the creation was no reason to cancel the game.
        gateway.control(BodyCase.GAME_END_RECORDED);
    }

    @ParameterizedTest
    @CsvSource({
        "NO_GAME_SERVER,NO_GAME_SERVER",
        "GAME_CREATE_FAILED,GAME_CREATE_FAILED",
        "something else,GAME_CREATE_FAILED",
        "'',GAME_CREATE_FAILED"
    })
    void waitsAgainWhenTheGameIsNotCreated(String error, ErrorCode told) {
        prepare();

        gateway.control(GameMessages.notCreated(room, error));

        assertThat(FakeGateway.error(owner.notification())).isEqualTo(told);
        assertThat(state()).isEqualTo(RoomStateType.WAIT);
        member.hasHeardNothing();
        other.join(room);
        owner.notification();
        member.notification();
        assertThat(prepare().getUsersList()).hasSize(3);
    }

    @Test
    void cancelsAGameOfARoomThatIsGone() {
        owner.leave();
        member.notification();

        gateway.control(GameMessages.created(room, "game-1"));

        LinkControl cancelled = gateway.control(BodyCase.CANCEL_GAME);
        assertThat(cancelled.getCancelGame().getGameId()).isEqualTo(room);
        assertThat(cancelled.getCancelGame().getGameInstance()).isEqualTo("game-1");
    }

    @Test
    void cancelsASecondGameOfARoomThatPlays() {
        play();

        gateway.control(GameMessages.created(room, "game-2"));

        LinkControl cancelled = gateway.control(BodyCase.CANCEL_GAME);
        assertThat(cancelled.getCancelGame().getGameInstance()).isEqualTo("game-2");
        gateway.control(GameMessages.ended(room, "game-2", "STOPPED", owner.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(state()).isEqualTo(RoomStateType.PLAY);
    }

    @Test
    void recordsTheEndAndBringsThePlayersBack() {
        play();

        gateway.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id(), member.id()));

        LinkControl recorded = gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(recorded.getGameEndRecorded().getGameId()).isEqualTo(room);
        assertThat(recorded.getGameEndRecorded().getGameInstance()).isEqualTo("game-1");
        assertThat(member.create("Lake", 2).getRoomId()).isGreaterThan(room);
        assertThat(roomIsGone()).isTrue();
        owner.hasHeardNothing();
        PlayedMatch match = match();
        assertThat(match.players()).containsExactlyInAnyOrder(owner.id(), member.id());
        assertThat(match.startedAt()).isEqualTo(Instant.ofEpochMilli(1_000_000));
        assertThat(match.endedAt()).isEqualTo(Instant.ofEpochMilli(2_000_000));
        assertThat(match.outcome()).isEqualTo("CLEAR");
        assertThat(match.wavesSurvived()).isEqualTo(3);
        assertThat(match.gameInstance()).isEqualTo("game-1");
    }

    @Test
    void recordsEachEndOnce() {
        play();

        for (String outcome : List.of("CLEAR", "CLEAR", "OTHER", "SERVER_LOST")) {
            gateway.control(GameMessages.ended(room, "game-1", outcome, owner.id(), member.id()));
            gateway.control(BodyCase.GAME_END_RECORDED);
        }

        assertThat(match().outcome()).isEqualTo("CLEAR");
        assertThat(lobby.bean(MatchHistory.class).latest(100))
                .filteredOn(m -> m.gameId() == room)
                .hasSize(1);
    }

    @Test
    void requestsSentInReactionToALostGameComeAfterIt() {
        play();

        gateway.control(GameMessages.ended(room, "game-1", "SERVER_LOST", owner.id(), member.id()));
        // Without waiting for the acknowledgement, as a player does who is told at the same time.
        assertThat(owner.create("Lake", 2).getUsersList()).hasSize(1);
        assertThat(member.create("Sea", 2).getUsersList()).hasSize(1);
        gateway.control(BodyCase.GAME_END_RECORDED);
    }

    @Test
    void aGatewayThatLostAGameSpeaksForItsOwnPlayers() {
        play();

        gateway.control(GameMessages.ended(room, "game-1", "SERVER_LOST", member.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(state()).isEqualTo(RoomStateType.PLAY);
        assertThat(match().players()).containsExactlyInAnyOrder(owner.id(), member.id());
        member.create("Lake", 2);

        gateway.control(GameMessages.ended(room, "game-1", "SERVER_LOST", owner.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(roomIsGone()).isTrue();
        assertThat(match().outcome()).isEqualTo("SERVER_LOST");
    }

    @Test
    void theGameItselfKnowsBetterThanAGatewayThatLostIt() {
        play();
        gateway.control(GameMessages.ended(room, "game-1", "SERVER_LOST", member.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);

        gateway.control(GameMessages.ended(room, "game-1", "CLEAR", owner.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);

        assertThat(roomIsGone()).isTrue();
        assertThat(match().outcome()).isEqualTo("CLEAR");
        assertThat(match().players()).containsExactlyInAnyOrder(owner.id(), member.id());
    }

    @Test
    void anEndThatOvertakesTheCreationEndsTheRoom() {
        prepare();

        gateway.control(
                GameMessages.endedNow(room, "game-1", "GAME_OVER", owner.id(), member.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
        gateway.control(GameMessages.created(room, "game-1"));

        gateway.control(BodyCase.CANCEL_GAME);
        assertThat(roomIsGone()).isTrue();
        assertThat(match().outcome()).isEqualTo("GAME_OVER");
    }

    @Test
    void theEndOfAnEarlierAttemptLeavesTheNextOneAlone() {
        prepare();

        gateway.control(GameMessages.ended(room, "game-1", "STOPPED", owner.id(), member.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);

        assertThat(state()).isEqualTo(RoomStateType.PREPARE);
        assertThat(lobby.bean(MatchHistory.class).latest(100)).noneMatch(m -> m.gameId() == room);
        gateway.control(GameMessages.created(room, "game-2"));
        await().until(() -> state() == RoomStateType.PLAY);
    }

    @Test
    void aPlayerWhoseSeatIsGoneIsNoMember() {
        play();

        gateway.control(GameMessages.playerLeft(room, member.id()));

        assertThat(member.create("Lake", 2).getUsersList()).hasSize(1);
        assertThat(state()).isEqualTo(RoomStateType.PLAY);
        owner.hasHeardNothing();
        gateway.control(GameMessages.playerLeft(room, member.id()));
        gateway.control(GameMessages.playerLeft(room, owner.id()));
        assertThat(owner.create("Sea", 2).getUsersList()).hasSize(1);
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void aPlayerWhoDeclinesTheSeatIsServedAtOnce() {
        play();
        member.logOut();
        FakeUser again = gateway.logIn(member.id(), 2);

        gateway.control(GameMessages.declined(room, member.id(), 2));

        assertThat(again.create("Lake", 2).getUsersList()).hasSize(1);
    }

    @Test
    void aPlayerWhomTheGameLeftOutMayGo() {
        play();

        member.leave();

        assertThat(member.create("Lake", 2).getUsersList()).hasSize(1);
        owner.hasHeardNothing();
        owner.leave();
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void newsAboutGamesThatNobodyKnowsDoNoHarm() {
        gateway.control(GameMessages.notCreated(0, "NO_GAME_SERVER"));
        gateway.control(GameMessages.notCreated(-5, ""));
        gateway.control(GameMessages.playerLeft(Integer.MIN_VALUE, Integer.MIN_VALUE));
        gateway.control(GameMessages.declined(1_000_000, owner.id(), Long.MAX_VALUE));
        gateway.control(
                GameMessages.ended(1_000_000, "x".repeat(1000), "y".repeat(1000), -1, 0, 1));

        gateway.control(BodyCase.GAME_END_RECORDED);
        assertThat(state()).isEqualTo(RoomStateType.WAIT);
        owner.hasHeardNothing();
    }

    @Test
    void aPlayerFindsTheRunningGameAfterANewLogin() {
        play();
        member.logOut();

        gateway.openSession(member.id(), 2);

        Location location = gateway.accepted(member.id(), 2);
        assertThat(location.getPlace()).isEqualTo(Location.Place.GAME);
        assertThat(location.getRoomId()).isEqualTo(room);
        assertThat(location.getGameInstance()).isEqualTo("game-1");
        owner.hasHeardNothing();
    }
}
