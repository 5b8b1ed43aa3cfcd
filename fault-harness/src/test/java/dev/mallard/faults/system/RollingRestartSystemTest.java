package dev.mallard.faults.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.bots.load.measure.Happening;
import dev.mallard.faults.check.Finding;
import dev.mallard.faults.report.RollingTable;
import dev.mallard.faults.run.RollingRestart;
import dev.mallard.faults.run.RunSettings;
import dev.mallard.faults.script.FaultKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Everything is restarted while some bots play, as {@code ./mallard faults --rolling} does with more of them. */
@Timeout(900)
class RollingRestartSystemTest {

    /** What players may be told; anything else has no business in an upgrade. */
    private static final List<String> EXPECTED =
            List.of(
                    "GET_OUT",
                    "CONNECT_FAILED",
                    "LOBBY_UNAVAILABLE",
                    "GAME_UNAVAILABLE",
                    "NO_GAME_SERVER",
                    "SERVER_BUSY");

    @Test
    void nobodyLosesMoreThanAConnection() throws Exception {
        RunSettings settings =
                new RunSettings(
                        1,
                        Duration.ofMinutes(1),
                        2,
                        2,
                        2,
                        24,
                        6,
                        Duration.ofSeconds(5),
                        Set.of(FaultKind.TERMINATE),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(20),
                        false,
                        false,
                        Path.of("target", "system-tests", "rolling-restart"));
        SystemReport report = new SystemReport("rolling-restart");
        RollingRestart.Result result =
                new RollingRestart(settings, line -> report.line("%s", line)).play();
        report.line("%s", RollingTable.of(result));
        report.print();
        assertThat(result.findings()).allMatch(Finding::good);
        assertThat(result.steps()).hasSize(6);
        assertThat(result.load().errors().keySet()).isSubsetOf(EXPECTED);
        assertThat(result.load().happenings().getOrDefault(Happening.SEAT_RESUMED, 0L))
                .as("players who went on in their games at the other gateway")
                .isPositive();
    }
}
