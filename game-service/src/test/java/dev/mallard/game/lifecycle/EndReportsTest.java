package dev.mallard.game.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mallard.game.support.ManualTime;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoved;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class EndReportsTest {

    private static final EndingSettings SETTINGS =
            new EndingSettings(Duration.ofSeconds(1), Duration.ofSeconds(5), 3);

    private final RecordingGateways gateways = new RecordingGateways();
    private final ManualTime time = new ManualTime();
    private final MoveReports moves = new MoveReports(gateways, time, SETTINGS);
    private final EndReports reports = new EndReports(gateways, moves, time, SETTINGS);

    private final List<String> decisions = new ArrayList<>();

    private void submit(int gameId) {
        reports.submit(GameEnded.newBuilder().setGameId(gameId).setOutcome("CLEARED").build());
    }

    private void pass(Duration duration) {
        time.advance(duration);
        reports.tick(time.nanoTime());
    }

    @Test
    void reportsAtOnceAndThenAgainAndAgain() {
        submit(1);
        assertThat(gateways.take()).containsExactly("ended 1 CLEARED");
        pass(Duration.ofMillis(4_999));
        assertThat(gateways.take()).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(gateways.take()).containsExactly("ended 1 CLEARED");
        pass(Duration.ofMillis(4_999));
        assertThat(gateways.take()).isEmpty();
        pass(Duration.ofMillis(1));
        assertThat(gateways.take()).containsExactly("ended 1 CLEARED");
    }

    @Test
    void reportsNoMoreWhatIsRecorded() {
        submit(1);
        submit(2);
        reports.recorded(1);
        reports.recorded(99);
        gateways.take();
        pass(Duration.ofSeconds(5));
        assertThat(gateways.take()).containsExactly("ended 2 CLEARED");
        assertThat(reports.size()).isEqualTo(1);
    }

    @Test
    void givesUpTheOldestWhenTooManyWait() {
        for (int id = 1; id <= 4; id++) {
            submit(id);
        }
        gateways.take();
        assertThat(reports.size()).isEqualTo(3);
        pass(Duration.ofSeconds(5));
        assertThat(gateways.take())
                .containsExactly("ended 2 CLEARED", "ended 3 CLEARED", "ended 4 CLEARED");
    }

    @Test
    void repeatsMoreOftenOnceThereIsAHurry() {
        submit(1);
        reports.repeatEvery(Duration.ofSeconds(1));
        reports.repeatEvery(Duration.ofSeconds(3));
        gateways.take();
        pass(Duration.ofSeconds(1));
        assertThat(gateways.take()).containsExactly("ended 1 CLEARED");
    }

    @Test
    void waitsUntilEverythingIsRecorded() throws InterruptedException {
        assertThat(reports.awaitEmpty(Duration.ZERO)).isTrue();
        submit(1);
        assertThat(reports.awaitEmpty(Duration.ZERO)).isFalse();
        CompletableFuture<Void> recording = CompletableFuture.runAsync(() -> reports.recorded(1));
        assertThat(reports.awaitEmpty(Duration.ofSeconds(20))).isTrue();
        assertThat(recording).succeedsWithin(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @CsvSource({"-1, 5, 3", "1, 0, 3", "1, -5, 3", "1, 5, 0"})
    void refusesSettingsThatMakeNoSense(long patience, long repeat, int max) {
        assertThatThrownBy(
                        () ->
                                new EndingSettings(
                                        Duration.ofSeconds(patience),
                                        Duration.ofSeconds(repeat),
                                        max))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void move(int gameId) {
        moves.submit(
                GameMoved.newBuilder()
                        .setGameId(gameId)
                        .setFence(2)
                        .setFormerInstance("game-1")
                        .build(),
                List.of(),
                () -> decisions.add("go on with " + gameId),
                () -> decisions.add("forget " + gameId));
    }

    @Test
    void decidesOnceWhatBecomesOfAGameThatHasMoved() {
        move(7);
        move(8);
        moves.unwanted(8);
        moves.recorded(8);
        assertThat(decisions).containsExactly("forget 8");
        time.advance(Duration.ofSeconds(1));
        moves.tick(0);
        moves.recorded(7);
        moves.unwanted(7);
        assertThat(decisions).containsExactly("forget 8", "go on with 7");
    }

    @Test
    void aMoveThatFindsNoRoomKeepsNoGameFromGoingOn() {
        for (int gameId = 1; gameId <= SETTINGS.maxReports() + 1; gameId++) {
            move(gameId);
        }
        assertThat(decisions).containsExactly("go on with 1");
        assertThat(moves.size()).isEqualTo(SETTINGS.maxReports());
    }

    @Test
    void keepsAnEndBackUntilTheLobbyKnowsWhereTheGameIs() {
        move(7);
        submit(7);
        time.advance(Duration.ofSeconds(6));
        reports.tick(0);
        assertThat(gateways.reports()).isEmpty();

        moves.recorded(7);
        reports.repeat(7);
        assertThat(gateways.reports()).hasSize(1);
    }

    @Test
    void repeatsAMoveUntilItIsRecorded() {
        move(7);
        time.advance(Duration.ofSeconds(1));
        moves.tick(0);
        assertThat(gateways.take())
                .containsExactly("moved 7#2 from game-1", "moved 7#2 from game-1");

        moves.recorded(7);
        time.advance(Duration.ofSeconds(1));
        moves.tick(0);
        assertThat(gateways.take()).isEmpty();
        assertThat(moves.size()).isZero();
    }
}
