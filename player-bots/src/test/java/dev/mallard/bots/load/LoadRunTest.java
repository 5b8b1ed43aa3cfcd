package dev.mallard.bots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.bots.load.behaviour.Behaviours;
import dev.mallard.bots.load.behaviour.Pace;
import dev.mallard.bots.load.measure.Happening;
import dev.mallard.bots.load.measure.Kind;
import dev.mallard.bots.load.measure.Outcome;
import dev.mallard.bots.load.measure.Sample;
import dev.mallard.bots.load.measure.Tally;
import dev.mallard.protocol.message.GamePacket.PayloadCase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

@Timeout(120)
class LoadRunTest {

    private static final Pace BRISK = new Pace(20, 20, 5, Duration.ofSeconds(3));

    private FakeGateway gateway;

    @BeforeEach
    void openGateway() throws Exception {
        gateway = new FakeGateway();
    }

    @AfterEach
    void closeGateway() throws Exception {
        gateway.close();
    }

    @Test
    void lobbyPlayersCreateListJoinAndLeave() throws Exception {
        LoadResult result = play(settings(Behaviours.LOBBY, 4, 1, Duration.ofSeconds(5)));
        assertThat(result.errors()).isEmpty();
        assertThat(result.kinds())
                .extracting(KindResult::kind)
                .containsExactly(
                        Kind.REGISTER,
                        Kind.LOGIN,
                        Kind.LIST_ROOMS,
                        Kind.CREATE_ROOM,
                        Kind.JOIN_ROOM,
                        Kind.LEAVE_ROOM);
        assertAllAnswered(result, Kind.LIST_ROOMS);
        assertThat(tally(result, Kind.JOIN_ROOM).sent()).isGreaterThanOrEqualTo(3);
        assertThat(result.happenings()).containsEntry(Happening.ACCOUNT_REGISTERED, 4L);
        assertThat(tally(result, Kind.LOGIN))
                .satisfies(
                        logins -> {
                            assertThat(logins.sent()).isEqualTo(8);
                            assertThat(logins.of(Outcome.REFUSED)).isEqualTo(4);
                        });
    }

    @Test
    void chatIsHeardByTheOthers() throws Exception {
        LoadResult result = play(settings(Behaviours.CHAT, 3, 1, Duration.ofSeconds(4)));
        assertThat(result.errors()).isEmpty();
        assertAllAnswered(result, Kind.CHAT);
        long said = result.latencyOf(Kind.CHAT).count();
        assertThat(said).isPositive();
        assertThat(result.latencyOf(Kind.CHAT_HEARD).count()).isEqualTo(2 * said);
    }

    @Test
    void stepsAreSeenByTheOthersOnceEach() throws Exception {
        LoadResult result = play(settings(Behaviours.MOVE, 2, 1, Duration.ofSeconds(4)));
        assertThat(result.errors()).isEmpty();
        assertThat(result.latencyOf(Kind.POSITION_SEEN).count())
                .isPositive()
                .isLessThanOrEqualTo(result.packetsSent());
    }

    @Test
    void matchesArePlayedToTheirEndsAndAgain() throws Exception {
        LoadResult result = play(settings(Behaviours.MATCH, 4, 2, Duration.ofSeconds(13)));
        assertThat(result.errors()).isEmpty();
        assertThat(result.happenings())
                .containsKeys(Happening.GAME_ENDED, Happening.WAVE_PLACED)
                .doesNotContainKey(Happening.RECONNECT);
        assertThat(result.happenings().get(Happening.GAME_STARTED)).isGreaterThanOrEqualTo(3);
        assertThat(result.latencyOf(Kind.USE_ITEM).count()).isPositive();
        assertThat(result.latencyOf(Kind.TAKE_OFF).count()).isPositive();
        assertThat(result.requests().open()).isZero();
    }

    @Test
    void aSilentServerLosesRequests() throws Exception {
        gateway.keepSilentAbout(PayloadCase.CREATE_ROOM_REQUEST);
        LoadResult result = play(settings(Behaviours.LOBBY, 2, 1, Duration.ofSeconds(3)));
        Tally creations = tally(result, Kind.CREATE_ROOM);
        assertThat(creations.of(Outcome.ANSWERED)).isZero();
        assertThat(creations.of(Outcome.LOST)).isPositive();
        assertThat(result.errors()).containsEntry("UNANSWERED", creations.of(Outcome.LOST));
        assertThat(result.requests().open()).isZero();
    }

    @Test
    void aLostConnectionIsCountedAndMadeAgain() throws Exception {
        gateway.hangUpOn(PayloadCase.CREATE_ROOM_REQUEST);
        LoadResult result = play(settings(Behaviours.LOBBY, 2, 1, Duration.ofSeconds(3)));
        assertThat(tally(result, Kind.CREATE_ROOM).of(Outcome.CLOSED)).isEqualTo(1);
        assertThat(tally(result, Kind.CREATE_ROOM).of(Outcome.ANSWERED)).isPositive();
        assertThat(result.errors()).containsExactly(Map.entry("CONNECTION_LOST", 1L));
        assertThat(result.happenings()).containsEntry(Happening.RECONNECT, 1L);
        assertThat(gateway.connections()).isEqualTo(3);
    }

    @Test
    void aBusyServerIsAskedAgainLater() throws Exception {
        gateway.refuse(PayloadCase.LOGIN_REQUEST, "SERVER_BUSY: later");
        gateway.refuse(PayloadCase.REGISTER_REQUEST, "SERVER_BUSY: later");
        LoadResult result = play(settings(Behaviours.LOBBY, 1, 1, Duration.ofSeconds(1)));
        assertThat(result.errors()).isEmpty();
        assertThat(result.everybodyIn()).isTrue();
        assertThat(result.happenings())
                .containsEntry(Happening.LOGIN_BACK_OFF, 2L)
                .containsEntry(Happening.ACCOUNT_REGISTERED, 1L);
    }

    @Test
    void otherErrorsCountByIdentifier() throws Exception {
        gateway.refuse(PayloadCase.CREATE_ROOM_REQUEST, "ROOM_LIMIT_REACHED: no more");
        gateway.refuse(PayloadCase.GET_ROOM_LIST_REQUEST, "<b>what?</b>");
        LoadResult result = play(settings(Behaviours.LOBBY, 1, 1, Duration.ofSeconds(1)));
        assertThat(result.errors())
                .containsOnly(Map.entry("ROOM_LIMIT_REACHED", 1L), Map.entry("UNKNOWN_ERROR", 1L));
        assertThat(result.requests().of(Outcome.REFUSED)).isEqualTo(3);
    }

    @Test
    void endsEarlyWithAResult() throws Exception {
        LoadSettings settings = settings(Behaviours.LOBBY, 2, 1, Duration.ofHours(1));
        List<Sample> samples = new ArrayList<>();
        try (LoadRun run = new LoadRun(settings)) {
            CompletableFuture<LoadResult> result = new CompletableFuture<>();
            Thread.ofVirtual()
                    .start(
                            () -> {
                                try {
                                    result.complete(run.play(samples::add));
                                } catch (InterruptedException interrupted) {
                                    result.completeExceptionally(interrupted);
                                }
                            });
            await().atMost(Duration.ofSeconds(20)).until(() -> gateway.connections() == 2);
            run.stop();
            await().atMost(Duration.ofSeconds(20)).until(result::isDone);
            assertThat(result.join().requests().open()).isZero();
        }
    }

    @Test
    void withoutServerItEndsAtOnce() throws Exception {
        gateway.close();
        LoadSettings settings = settings(Behaviours.LOBBY, 1, 1, Duration.ofSeconds(1));
        LoadResult result = play(settings);
        assertThat(result.measuredSeconds()).isZero();
        assertThat(result.errors()).containsOnlyKeys("CONNECT_FAILED");
    }

    private LoadResult play(LoadSettings settings) throws Exception {
        try (LoadRun run = new LoadRun(settings)) {
            return run.play(sample -> {});
        }
    }

    private LoadSettings settings(Behaviours behaviour, int players, int rooms, Duration duration) {
        return new LoadSettings(
                "127.0.0.1",
                gateway.port(),
                players,
                rooms,
                duration,
                behaviour,
                BRISK,
                50,
                "test",
                Duration.ofSeconds(1),
                7);
    }

    private static void assertAllAnswered(LoadResult result, Kind kind) {
        Tally tally = tally(result, kind);
        assertThat(tally.sent()).isPositive();
        assertThat(tally.of(Outcome.ANSWERED) + tally.of(Outcome.OVERTAKEN))
                .isEqualTo(tally.sent());
    }

    private static Tally tally(LoadResult result, Kind kind) {
        return result.kinds().stream()
                .filter(found -> found.kind() == kind)
                .findFirst()
                .orElseThrow()
                .tally();
    }
}
