package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.lobby.match.MatchHistory;
import dev.mallard.lobby.match.PlayedMatch;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.RoomStateType;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** From a game back to the lobby, and into the match history, over a link. */
class GameEndIntegrationTest extends GameScenario {

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
}
