package dev.mallard.game.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.game.support.ManualTime;
import dev.mallard.game.support.TestRules;
import dev.mallard.game.world.GameOutcome;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.message.RoomData;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class GameLifecycleTest {

    private static final int ANNA = 11;
    private static final int BEN = 12;
    private static final int CLEO = 13;

    private final TestService service = new TestService(TestRules.standard(), 3);
    private final RecordingGateways gateways = service.gateways;

    private void end(int gameId, GameOutcome outcome) {
        var actor = service.games.find(gameId);
        assertThat(actor).isNotNull();
        actor.withGame(live -> live.game().end(outcome));
        service.threads.runAll();
    }

    @Test
    void tellsTheGatewaysBeforeThePlayers() {
        service.create(service.room(7, ANNA, BEN));
        assertThat(gateways.take())
                .containsExactly(
                        "entered 7 [11, 12]", "created 7", "3002 to [11]", "3003 to [11, 12]");
        assertThat(service.games.ofUser(BEN)).isSameAs(service.games.find(7));
        assertThat(service.observer.lines()).containsExactly("created");
    }

    @Test
    void leavesOutMembersWhoAreNotLoggedIn() {
        RoomData room = service.room(7, ANNA, BEN, CLEO);
        gateways.logOut(BEN);
        service.create(room);
        assertThat(gateways.take()).contains("entered 7 [11, 13]", "3003 to [11, 13]");
        assertThat(service.games.ofUser(BEN)).isNull();
    }

    @Test
    void doesNotCreateAGameWithoutItsHost() {
        RoomData room = service.room(7, ANNA, BEN);
        gateways.logOut(ANNA);
        service.create(room);
        assertThat(gateways.take()).containsExactly("not created 7 GAME_CREATE_FAILED");
        assertThat(service.games.size()).isZero();
        assertThat(service.games.players()).isZero();
        assertThat(service.observer.lines()).containsExactly("refused");
    }

    @Test
    void doesNotCreateAGameWhoseOwnerIsNoMember() {
        RoomData room = service.room(7, ANNA, BEN).toBuilder().setOwnerId(CLEO).build();
        gateways.logIn(CLEO, 1);
        service.create(room);
        assertThat(gateways.take()).containsExactly("not created 7 GAME_CREATE_FAILED");
    }

    @Test
    void doesNotCreateAGameWithoutAnId() {
        service.create(service.room(0, ANNA));
        assertThat(gateways.take()).containsExactly("not created 0 GAME_CREATE_FAILED");
    }

    @Test
    void freesTheSeatsWhenCreatingFails() {
        RoomData room = service.room(7, ANNA, BEN);
        service.create(room.toBuilder().addUsers(room.getUsers(1)).build());
        assertThat(gateways.take()).containsExactly("not created 7 GAME_CREATE_FAILED");
        assertThat(service.games.size()).isZero();
        assertThat(service.games.players()).isZero();
        service.create(room);
        assertThat(gateways.take()).contains("created 7");
    }

    @Test
    void refusesASecondGameWithTheSameId() {
        service.created(7, ANNA, BEN);
        service.create(service.room(7, ANNA, BEN));
        assertThat(gateways.take()).containsExactly("not created 7 GAME_CREATE_FAILED");
        assertThat(service.games.ofUser(ANNA)).isSameAs(service.games.find(7));
    }

    @Test
    void refusesMoreGamesThanThereMayBe() {
        service.created(1, 21);
        service.created(2, 22);
        service.created(3, 23);
        service.create(service.room(4, 24));
        assertThat(gateways.take()).containsExactly("not created 4 NO_GAME_SERVER");
        assertThat(service.games.ofUser(24)).isNull();
    }

    @Test
    void refusesGamesWhenTheServiceStops() {
        service.games.close();
        service.create(service.room(7, ANNA));
        assertThat(gateways.take()).containsExactly("not created 7 NO_GAME_SERVER");
    }

    @Test
    void countsAMemberWhoGoesMeanwhileAsAway() {
        RoomData room = service.room(7, ANNA, BEN);
        service.lifecycle.create(room, message -> {});
        gateways.logOut(BEN);
        service.threads.runAll();
        assertThat(service.live(7).game().players())
                .extracting(player -> player.id() + " " + player.connected())
                .containsExactly("11 true", "12 false");
    }

    @Test
    void givesUpTheSeatInAnOlderGame() {
        service.started(7, ANNA, BEN);
        service.create(service.room(8, BEN));
        assertThat(gateways.take())
                .containsExactlyInAnyOrder(
                        "left 7 12",
                        "released 7 [12]",
                        "entered 8 [12]",
                        "created 8",
                        "3002 to [12]",
                        "3003 to [12]");
        assertThat(service.games.ofUser(BEN)).isSameAs(service.games.find(8));
        assertThat(service.live(7).game().player(BEN)).isNull();
    }

    @Test
    void reportsTheEndFirstAndReleasesThePlayersWhenItIsRecorded() {
        service.started(7, ANNA, BEN);
        service.pass(Duration.ofSeconds(3));
        gateways.take();
        end(7, GameOutcome.CORE_DESTROYED);
        assertThat(gateways.take()).containsExactly("ended 7 CORE_DESTROYED");
        assertThat(service.games.size()).isEqualTo(1);

        service.lifecycle.recorded(7);
        service.threads.runAll();
        assertThat(gateways.take()).containsExactly("released 7 [11, 12]", "6003 to [11, 12]");
        assertThat(service.games.size()).isZero();
        assertThat(service.games.players()).isZero();
        assertThat(service.reports.size()).isZero();

        service.pass(Duration.ofSeconds(20));
        assertThat(gateways.take()).isEmpty();
        GameEnded report = gateways.reports().getFirst();
        assertThat(report.getUserIdsList()).containsExactly(ANNA, BEN);
        assertThat(report.getStartedAt()).isEqualTo(ManualTime.EPOCH);
        assertThat(report.getEndedAt()).isEqualTo(ManualTime.EPOCH + 3_000);
        assertThat(report.getWavesSurvived()).isZero();
    }

    @Test
    void releasesThePlayersAfterASecondAndRepeatsTheReport() {
        service.started(7, ANNA);
        end(7, GameOutcome.CLEARED);
        assertThat(gateways.take()).containsExactly("ended 7 CLEARED");
        service.pass(Duration.ofMillis(800));
        assertThat(gateways.take()).isEmpty();
        service.pass(Duration.ofMillis(400));
        assertThat(gateways.take()).containsExactly("released 7 [11]", "9999 to [11]");
        service.pass(Duration.ofSeconds(4));
        assertThat(gateways.take()).containsExactly("ended 7 CLEARED");
        service.pass(Duration.ofSeconds(5));
        assertThat(gateways.take()).containsExactly("ended 7 CLEARED");
        service.lifecycle.recorded(7);
        service.pass(Duration.ofSeconds(30));
        assertThat(gateways.take()).isEmpty();
    }

    @Test
    void sendsTheLastPacketOnceHoweverOftenTheEndIsRecorded() {
        service.started(7, ANNA);
        end(7, GameOutcome.CLEARED);
        service.lifecycle.recorded(7);
        service.lifecycle.recorded(7);
        service.threads.runAll();
        service.lifecycle.recorded(7);
        service.pass(Duration.ofSeconds(2));
        assertThat(gateways.take()).containsOnlyOnce("released 7 [11]", "9999 to [11]");
    }

    @Test
    void ignoresARecordOfAnEndThatHasNotCome() {
        service.started(7, ANNA);
        service.lifecycle.recorded(7);
        service.lifecycle.recorded(99);
        service.threads.runAll();
        assertThat(gateways.take()).isEmpty();
        assertThat(service.live(7).game().running()).isTrue();
    }

    @Test
    void endsAGameThatWasNeverStarted() {
        service.created(7, ANNA, BEN);
        service.pass(Duration.ofMillis(120_400));
        assertThat(gateways.take()).contains("ended 7 PREPARATION_TIMEOUT");
        GameEnded report = gateways.reports().getFirst();
        assertThat(report.getStartedAt()).isEqualTo(report.getEndedAt());
        service.pass(Duration.ofSeconds(2));
        assertThat(gateways.take()).contains("6003 to [11, 12]");
    }

    @Test
    void endsACancelledGameWithoutAReport() {
        service.created(7, ANNA, BEN);
        service.lifecycle.cancel(7);
        service.lifecycle.cancel(99);
        service.threads.runAll();
        assertThat(gateways.take()).containsExactly("released 7 [11, 12]", "6003 to [11, 12]");
        assertThat(service.games.size()).isZero();
        assertThat(service.reports.size()).isZero();
    }

    @Test
    void createsACancelledGameAgain() {
        service.created(7, ANNA, BEN);
        service.lifecycle.cancel(7);
        service.threads.runAll();
        gateways.take();
        service.create(service.room(7, ANNA, BEN));
        assertThat(gateways.take()).contains("created 7", "3003 to [11, 12]");
    }

    @Test
    void stillReportsTheEndOfAGameThatIsCancelledTooLate() {
        service.started(7, ANNA);
        end(7, GameOutcome.CLEARED);
        service.lifecycle.cancel(7);
        service.threads.runAll();
        assertThat(gateways.take()).containsExactly("ended 7 CLEARED");
        assertThat(service.reports.size()).isEqualTo(1);
    }

    @Test
    void stopsAGame() {
        service.started(7, ANNA);
        var actor = service.games.find(7);
        assertThat(actor).isNotNull();
        service.lifecycle.stop(actor);
        service.threads.runAll();
        assertThat(gateways.take()).containsExactly("ended 7 STOPPED");
        assertThat(service.observer.lines()).contains("ended STOPPED");
    }

    @Test
    void ticksNoMoreForAGameThatHasGone() {
        service.started(7, ANNA);
        assertThat(service.wheel.size()).isEqualTo(3);
        end(7, GameOutcome.CLEARED);
        service.lifecycle.recorded(7);
        service.threads.runAll();
        assertThat(service.wheel.size()).isEqualTo(2);
    }
}
