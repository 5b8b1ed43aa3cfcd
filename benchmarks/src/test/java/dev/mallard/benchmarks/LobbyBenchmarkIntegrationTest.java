package dev.mallard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.benchmarks.process.GatewayKind;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.report.Table;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The real lobby on a real database, for a moment. */
@EnabledOnOs(OS.LINUX)
class LobbyBenchmarkIntegrationTest {

    /** Several times as many as the lobby has connections, and threads to carry virtual ones. */
    private static final int ROOMS = 40;

    @TempDir private Path directory;

    @Test
    void everyOperationGetsItsFigures() throws Exception {
        Settings settings =
                new Settings(
                        1,
                        Duration.ofSeconds(2),
                        Duration.ZERO,
                        ROOMS,
                        List.of(GatewayKind.MALLARD),
                        "");
        Installation home =
                new Installation(Path.of("..").toRealPath(), directory, null, List.of());
        Benchmark.Outcome outcome =
                new LobbyBenchmark(Duration.ofSeconds(2)).run(home, settings, new Progress());
        String free = "as fast as answers come";
        for (String who : List.of("mallard", "bare-jdbc")) {
            assertThat(outcome.figures().get(free, who, "operationsPerSecond").median())
                    .as(who)
                    .isPositive();
            assertThat(outcome.figures().get(free, who, "statementsPerOperation").median())
                    .as(who)
                    .isBetween(2.0, 30.0);
        }
        assertThat(outcome.tables().stream().map(Table::toText))
                .anySatisfy(text -> assertThat(text).contains("create", "prepare", "end"));
    }
}
