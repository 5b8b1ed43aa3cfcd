package dev.mallard.game.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.RecordingLink;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.protocol.link.message.DeclineSeat;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.ResumeSeat;
import dev.mallard.protocol.link.server.LinkServerProperties;
import dev.mallard.transport.LinkTlsProperties;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Players who disconnect, come back, or stay away. */
class SeatsTest {

    private static final int ANNA = 11;
    private static final int BEN = 12;

    private final RecordingLink link = new RecordingLink("gateway");
    private TestService service = new TestService(TestRules.standard(), 3);

    private PlayerSessions sessions() {
        LinkServerProperties properties =
                new LinkServerProperties(
                        "127.0.0.1",
                        0,
                        "game-1",
                        "secret",
                        new LinkTlsProperties("", Duration.ofSeconds(10)),
                        1,
                        Duration.ofSeconds(2),
                        2,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5));
        return new PlayerSessions(service.games, service.rules, properties);
    }

    private SeatOffers offers() {
        return new SeatOffers(service.games, service.rules, service.gateways);
    }

    private void disconnect(int userId) {
        service.gateways.logOut(userId);
        sessions().sessionClosed(link.session(userId, 1), false);
        service.threads.runAll();
    }

    private Location connect(int userId, long number) {
        service.gateways.logIn(userId, number);
        CompletableFuture<Location> location =
                sessions().sessionOpened(link.session(userId, number)).toCompletableFuture();
        service.threads.runAll();
        assertThat(location).isCompleted();
        return location.join();
    }

    private void resume(int gameId, int userId, long number) {
        offers().resume(
                        ResumeSeat.newBuilder()
                                .setGameId(gameId)
                                .setUserId(userId)
                                .setSessionNumber(number)
                                .build());
        service.threads.runAll();
    }

    private void decline(int gameId, int userId, long number) {
        offers().decline(
                        DeclineSeat.newBuilder()
                                .setGameId(gameId)
                                .setUserId(userId)
                                .setSessionNumber(number)
                                .build());
        service.threads.runAll();
    }

    private static final Location LOBBY =
            Location.newBuilder().setPlace(Location.Place.LOBBY).build();
    private static final Location GAME =
            Location.newBuilder()
                    .setPlace(Location.Place.GAME)
                    .setRoomId(7)
                    .setGameInstance("game-1")
                    .build();

    @Test
    void aUserWithoutASeatIsInTheLobby() {
        assertThat(connect(ANNA, 1)).isEqualTo(LOBBY);
    }

    @Test
    void aUserWithASeatIsInTheGame() {
        service.started(7, ANNA, BEN);
        assertThat(connect(BEN, 1)).isEqualTo(GAME);
        disconnect(BEN);
        assertThat(connect(BEN, 2)).isEqualTo(GAME);
    }

    @Test
    void aUserWhoseGameHasEndedIsInTheLobby() {
        service.started(7, ANNA, BEN);
        service.live(7).game().end(GameOutcome.CLEARED);
        assertThat(connect(BEN, 2)).isEqualTo(LOBBY);
    }

    @Test
    void theAbsentReceiveNothing() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).containsExactly("4002 to [11]");
    }

    @Test
    void whoComesBackIsToldTheStateFirstAndThenEverything() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        assertThat(connect(BEN, 2)).isEqualTo(GAME);
        service.pass(TestService.TICK);
        service.gateways.take();
        resume(7, BEN, 2);
        assertThat(service.gateways.take().getFirst()).isEqualTo("3006 to [12]");
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).contains("4002 to [11, 12]");
    }

    @Test
    void anOldSessionCannotTakeOrDeclineTheSeat() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        connect(BEN, 3);
        resume(7, BEN, 2);
        decline(7, BEN, 2);
        assertThat(service.gateways.take()).isEmpty();
        assertThat(service.games.ofUser(BEN)).isNotNull();
    }

    @Test
    void whoComesTooLateIsReleased() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        service.pass(Duration.ofSeconds(62));
        assertThat(service.gateways.take()).containsOnlyOnce("left 7 12", "released 7 [12]");
        assertThat(connect(BEN, 2)).isEqualTo(LOBBY);
        resume(7, BEN, 2);
        assertThat(service.gateways.take()).containsExactly("released 7 [12]", "left 7 12");
    }

    @Test
    void whoResumesAGameThatIsUnknownIsReleased() {
        service.gateways.logIn(BEN, 2);
        resume(99, BEN, 2);
        assertThat(service.gateways.take()).containsExactly("released 99 [12]", "left 99 12");
    }

    @Test
    void whoDeclinesTheSeatHasLeft() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        connect(BEN, 2);
        decline(7, BEN, 2);
        assertThat(service.gateways.take()).containsExactly("left 7 12", "released 7 [12]");
        assertThat(service.games.ofUser(BEN)).isNull();
        decline(7, BEN, 2);
        decline(99, BEN, 2);
        assertThat(service.gateways.take()).isEmpty();
    }

    @Test
    void withoutAGraceTheSeatIsGoneAtOnce() {
        service = new TestService(TestRules.withGrace(Duration.ZERO), 3);
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        assertThat(service.gateways.take()).containsExactly("left 7 12", "released 7 [12]");
        assertThat(connect(BEN, 2)).isEqualTo(LOBBY);
    }

    @Test
    void aGameWithoutAnybodyEndsAfterTheGrace() {
        service.started(7, ANNA, BEN);
        disconnect(ANNA);
        disconnect(BEN);
        service.pass(Duration.ofSeconds(62));
        assertThat(service.gateways.reports()).hasSize(1);
        service.pass(Duration.ofSeconds(2));
        assertThat(service.games.size()).isZero();
    }

    @Test
    void whoGoesAfterTheEndGetsNoLastPacket() {
        service.started(7, ANNA, BEN);
        service.live(7).game().end(GameOutcome.CLEARED);
        disconnect(BEN);
        assertThat(connect(BEN, 2)).isEqualTo(LOBBY);
        service.lifecycle.recorded(7);
        service.threads.runAll();
        assertThat(service.gateways.take()).contains("released 7 [11, 12]", "9999 to [11]");
    }

    @Test
    void aSessionThatWasBelievedLostHasItsSeatBackWhenItIsAnnouncedAgain() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        assertThat(connect(BEN, 1)).isEqualTo(GAME);
        assertThat(service.gateways.take().getFirst()).isEqualTo("3006 to [12]");
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).contains("4002 to [11, 12]");
        service.pass(Duration.ofSeconds(62));
        assertThat(service.games.ofUser(BEN)).isNotNull();
    }

    @Test
    void aSessionThatNeverTookTheSeatIsStillOfferedItWhenItIsAnnouncedAgain() {
        service.started(7, ANNA, BEN);
        disconnect(BEN);
        connect(BEN, 2);
        sessions().sessionClosed(link.session(BEN, 2), false);
        assertThat(connect(BEN, 2)).isEqualTo(GAME);
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).containsExactly("4002 to [11]");
    }

    @Test
    void theLateEndOfAnOldSessionDoesNotTouchWhoHasResumed() {
        service.started(7, ANNA, BEN);
        connect(BEN, 2);
        resume(7, BEN, 2);
        sessions().sessionClosed(link.session(BEN, 1), true);
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).contains("4002 to [11, 12]");

        sessions().sessionClosed(link.session(BEN, 2), false);
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).contains("4002 to [11]");
    }

    @Test
    void aNewerSessionFindsTheSeatStillThere() {
        service.started(7, ANNA, BEN);
        sessions().sessionClosed(link.session(BEN, 1), true);
        assertThat(connect(BEN, 2)).isEqualTo(GAME);
        resume(7, BEN, 2);
        service.gateways.take();
        service.pass(TestService.TICK);
        assertThat(service.gateways.take()).contains("4002 to [11, 12]");
    }
}
