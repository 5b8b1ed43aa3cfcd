package dev.mallard.lobby.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.message.GameEnded;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.stream.IntStream;

class GameReportTest {

    @Test
    void takesOverWhatIsReported() {
        GameReport report =
                GameReport.of(
                        GameEnded.newBuilder()
                                .setGameId(5)
                                .setGameInstance("game-1")
                                .addUserIds(1)
                                .addUserIds(2)
                                .addUserIds(1)
                                .setStartedAt(1000)
                                .setEndedAt(2000)
                                .setOutcome("CLEAR")
                                .setWavesSurvived(3)
                                .build());

        assertThat(report.gameId()).isEqualTo(5);
        assertThat(report.instance()).isEqualTo("game-1");
        assertThat(report.players()).containsExactly(1, 2);
        assertThat(report.startedAt()).isEqualTo(Instant.ofEpochMilli(1000));
        assertThat(report.endedAt()).isEqualTo(Instant.ofEpochMilli(2000));
        assertThat(report.outcome()).isEqualTo("CLEAR");
        assertThat(report.wavesSurvived()).isEqualTo(3);
        assertThat(report.isLoss()).isFalse();
    }

    @Test
    void cutsWhatDoesNotFit() {
        GameEnded.Builder message =
                GameEnded.newBuilder()
                        .setOutcome("x".repeat(1000))
                        .setGameInstance("y".repeat(1000))
                        .setWavesSurvived(-1);
        IntStream.range(0, 1000).forEach(message::addUserIds);

        GameReport report = GameReport.of(message.build());

        assertThat(report.outcome()).hasSize(64);
        assertThat(report.instance()).hasSize(255);
        assertThat(report.players()).hasSize(64);
        assertThat(report.wavesSurvived()).isZero();
        assertThat(report.startedAt()).isNull();
    }

    @Test
    void knowsTheReportOfALoss() {
        assertThat(GameReport.of(GameEnded.newBuilder().setOutcome("SERVER_LOST").build()).isLoss())
                .isTrue();
    }
}
