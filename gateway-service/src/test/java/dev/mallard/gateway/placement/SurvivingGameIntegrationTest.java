package dev.mallard.gateway.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.gateway.client.SessionPhase;
import dev.mallard.gateway.upstream.FencedMessage;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.protocol.link.message.GameMoveRecorded;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.GamePacket.PayloadCase;
import dev.mallard.protocol.message.S2CGameOverNotification;

import org.junit.jupiter.api.Test;

/** What becomes of players whose game goes on at another service when theirs dies. */
class SurvivingGameIntegrationTest extends PlacementFixture {

    private static final GamePacket OVER =
            GamePacket.newBuilder()
                    .setGameOverNotification(S2CGameOverNotification.getDefaultInstance())
                    .build();

    @Override
    boolean gamesSurvive() {
        return true;
    }

    private static LinkControl.Builder entered(String instance, long fence, int userId) {
        return LinkControl.newBuilder()
                .setPlayersEntered(
                        PlayersEntered.newBuilder()
                                .setGameId(GAME_ID)
                                .setGameInstance(instance)
                                .setFence(fence)
                                .addUserIds(userId));
    }

    private static Location at(String instance, long fence) {
        return Location.newBuilder()
                .setPlace(Location.Place.GAME)
                .setRoomId(GAME_ID)
                .setGameInstance(instance)
                .setFence(fence)
                .build();
    }

    private void play() throws Exception {
        game.control(client.userId(), entered("game-1", 5, client.userId()));
        game.roundTrip(client.userId());
    }

    private void moveToTheOther() throws Exception {
        busyGame.control(client.userId(), entered("game-busy", 6, client.userId()));
        busyGame.roundTrip(client.userId());
    }

    private long fenced(FencedMessage kind) {
        return gateway.bean(UpstreamGroups.class).game().fencedMessages(kind);
    }

    /** Waits until another player's game, lost at the same time, has been given up. */
    private void awaitTheEndOfDoubts(TestClient other) throws Exception {
        other.read(PayloadCase.GAME_OVER_NOTIFICATION);
        assertThat(gateway.counters().inPhase(SessionPhase.IN_GAME)).isEqualTo(1);
    }

    @Test
    void theirRequestsGoToTheServiceThatGoesOn() throws Exception {
        play();
        try (TestClient other = gateway.loggedIn()) {
            game.control(other.userId(), entered(GAME_ID + 1, "game-1", other.userId()));
            awaitPhaseCount(SessionPhase.IN_GAME, 2);
            game.kill();
            client.send(TestPackets.chat("anybody?"));
            assertThat(client.readError()).isEqualTo("GAME_UNAVAILABLE");
            moveToTheOther();
            client.send(TestPackets.chat("still here"));
            assertThat(busyGame.request().packetType()).isEqualTo(4024);
            awaitTheEndOfDoubts(other);
        }
    }

    @Test
    void aServiceThatIsBackWithoutTheGameDoesNotEndIt() throws Exception {
        game.control(BodyCase.SESSIONS_ANNOUNCED);
        play();
        game.kill();
        game.start();
        game.control(BodyCase.SESSIONS_ANNOUNCED);
        game.roundTrip(client.userId());
        try (TestClient other = gateway.loggedIn()) {
            busyGame.control(other.userId(), entered(GAME_ID + 1, "game-busy", other.userId()));
            awaitPhaseCount(SessionPhase.IN_GAME, 2);
        }
        moveToTheOther();
        client.send(TestPackets.chat("still here"));
        assertThat(busyGame.request().packetType()).isEqualTo(4024);
    }

    @Test
    void aGameThatDoesNotGoOnIsOver() throws Exception {
        play();
        game.kill();
        assertThat(lobby.control(BodyCase.GAME_ENDED).getGameEnded().getOutcome())
                .isEqualTo("SERVER_LOST");
        client.read(PayloadCase.GAME_OVER_NOTIFICATION);
        awaitPhase(SessionPhase.IN_LOBBY);
    }

    @Test
    void thereIsNoWayBackIntoAGameThatWasOver() throws Exception {
        play();
        game.kill();
        client.read(PayloadCase.GAME_OVER_NOTIFICATION);
        moveToTheOther();
        assertThat(busyGame.control(BodyCase.DECLINE_SEAT).getDeclineSeat().getUserId())
                .isEqualTo(client.userId());
        assertThat(gateway.counters().inPhase(SessionPhase.IN_LOBBY)).isEqualTo(1);
    }

    @Test
    void packetsOfTheFormerServiceAreLeftOut() throws Exception {
        play();
        moveToTheOther();
        game.deliver(OVER, client.userId());
        game.roundTrip(client.userId());
        GamePacket news = TestPackets.chatNotification("from the new one");
        busyGame.deliver(news, client.userId());
        assertThat(client.read()).isEqualTo(news);
        assertThat(fenced(FencedMessage.DELIVERY)).isEqualTo(1);
    }

    @Test
    void anAnswerOfTheFormerServiceBecomesAnError() throws Exception {
        play();
        client.send(TestPackets.chat("who answers?"));
        game.request();
        moveToTheOther();
        game.answer(OVER, client.userId());
        assertThat(client.readError()).isEqualTo("GAME_UNAVAILABLE");
        assertThat(fenced(FencedMessage.ANSWER)).isEqualTo(1);
    }

    @Test
    void theFormerServiceCannotTakeThemBack() throws Exception {
        play();
        moveToTheOther();
        play();
        assertThat(fenced(FencedMessage.SEAT)).isEqualTo(1);
        client.send(TestPackets.chat("still there"));
        assertThat(busyGame.request().packetType()).isEqualTo(4024);
    }

    @Test
    void aServiceThatSaysOnALaterLinkThatItHasTheGameGetsThem() throws Exception {
        play();
        busyGame.place(client.userId(), at("game-busy", 6));
        busyGame.kill();
        busyGame.start();
        assertThat(busyGame.control(BodyCase.RESUME_SEAT).getResumeSeat().getGameId())
                .isEqualTo(GAME_ID);
        client.send(TestPackets.chat("here"));
        assertThat(busyGame.request().packetType()).isEqualTo(4024);
    }

    @Test
    void aSeatIsKeptForWhoLogsInWhileTheGameIsAway() throws Exception {
        String name = gateway.newUser();
        int userId;
        try (TestClient before = gateway.connect().register(name).login(name)) {
            userId = before.userId();
        }
        lobby.place(userId, at("game-1", 0));
        game.kill();
        try (TestClient back = gateway.connect().login(name)) {
            awaitPhase(SessionPhase.SEAT_OFFERED);
            busyGame.control(userId, entered("game-busy", 6, userId));
            busyGame.roundTrip(userId);
            assertThat(gateway.counters().inPhase(SessionPhase.SEAT_OFFERED)).isEqualTo(1);
            back.send(TestPackets.chat("back"));
            assertThat(busyGame.request().packetType()).isEqualTo(4024);
        }
    }

    @Test
    void whoLogsInFindsAGameThatHasMovedBefore() throws Exception {
        String name = gateway.newUser();
        int userId;
        try (TestClient before = gateway.connect().register(name).login(name)) {
            userId = before.userId();
        }
        lobby.place(userId, at("game-1", 0));
        busyGame.place(userId, at("game-busy", 6));
        try (TestClient back = gateway.connect().login(name)) {
            assertThat(busyGame.control(BodyCase.RESUME_SEAT).getResumeSeat().getUserId())
                    .isEqualTo(userId);
            back.send(TestPackets.chat("back"));
            assertThat(busyGame.request().packetType()).isEqualTo(4024);
        }
    }

    @Test
    void theLobbyHearsOfTheMoveAndTheServiceThatItIsRecorded() throws Exception {
        LinkControl.Builder moved =
                LinkControl.newBuilder()
                        .setGameMoved(
                                GameMoved.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setGameInstance("game-busy")
                                        .setFormerInstance("game-1")
                                        .setFence(6));
        busyGame.control(client.userId(), moved);
        assertThat(lobby.control(BodyCase.GAME_MOVED)).isEqualTo(moved.build());
        LinkControl.Builder recorded =
                LinkControl.newBuilder()
                        .setGameMoveRecorded(
                                GameMoveRecorded.newBuilder()
                                        .setGameId(GAME_ID)
                                        .setGameInstance("game-busy"));
        lobby.control(client.userId(), recorded);
        assertThat(busyGame.control(BodyCase.GAME_MOVE_RECORDED)).isEqualTo(recorded.build());
    }
}
