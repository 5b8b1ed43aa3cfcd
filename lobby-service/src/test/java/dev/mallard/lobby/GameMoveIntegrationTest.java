package dev.mallard.lobby;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.message.RoomStateType;

import org.junit.jupiter.api.Test;

/** Games that go on at another instance. */
class GameMoveIntegrationTest extends GameScenario {

    private void moved(String from, String to, long fence) {
        gateway.control(GameMessages.moved(room, from, to, fence));
        assertThat(gateway.control(BodyCase.GAME_MOVE_RECORDED).getGameMoveRecorded())
                .satisfies(
                        recorded -> {
                            assertThat(recorded.getGameId()).isEqualTo(room);
                            assertThat(recorded.getGameInstance()).isEqualTo(to);
                        });
    }

    private void ended(String instance) {
        gateway.control(GameMessages.ended(room, instance, "CLEAR", owner.id(), member.id()));
        gateway.control(BodyCase.GAME_END_RECORDED);
    }

    @Test
    void theGameEndsWhereItHasMovedTo() {
        play();
        moved("game-1", "game-2", 6);
        ended("game-1");
        assertThat(state()).isEqualTo(RoomStateType.PLAY);
        ended("game-2");
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void aMoveIsRecordedAnyNumberOfTimes() {
        play();
        moved("game-1", "game-2", 6);
        moved("game-1", "game-2", 6);
        ended("game-2");
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void newsOfAnEarlierMoveChangeNothing() {
        play();
        moved("game-2", "game-3", 7);
        moved("game-1", "game-2", 6);
        ended("game-2");
        assertThat(state()).isEqualTo(RoomStateType.PLAY);
        ended("game-3");
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void aMoveThatOvertakesTheCreationStartsTheRoom() {
        prepare();
        moved("game-1", "game-2", 6);
        await().until(() -> state() == RoomStateType.PLAY);
        gateway.control(GameMessages.created(room, "game-1"));
        assertThat(gateway.control(BodyCase.CANCEL_GAME).getCancelGame().getGameInstance())
                .isEqualTo("game-1");
        ended("game-2");
        assertThat(roomIsGone()).isTrue();
    }

    @Test
    void aGameWithoutARoomIsCancelled() {
        gateway.control(GameMessages.moved(1_000_000, "game-1", "game-2", 6));
        assertThat(gateway.control(BodyCase.CANCEL_GAME).getCancelGame())
                .satisfies(
                        cancelled -> {
                            assertThat(cancelled.getGameId()).isEqualTo(1_000_000);
                            assertThat(cancelled.getGameInstance()).isEqualTo("game-2");
                        });
        gateway.control(BodyCase.GAME_MOVE_RECORDED);
    }
}
