package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.RoomData;
import dev.mallard.protocol.message.RoomStateType;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a room to a game, over a link. */
class PreparationIntegrationTest extends GameScenario {

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
}
