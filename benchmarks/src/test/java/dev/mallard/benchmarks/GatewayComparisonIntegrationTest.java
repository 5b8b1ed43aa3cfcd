package dev.mallard.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.benchmarks.load.LoadShape;
import dev.mallard.benchmarks.process.GatewayKind;
import dev.mallard.benchmarks.process.Installation;
import dev.mallard.benchmarks.report.Figures;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The load, against the yardstick that needs nothing but a JVM. */
@EnabledOnOs(OS.LINUX)
class GatewayComparisonIntegrationTest {

    @TempDir private Path directory;

    @Test
    void everyLoadGetsItsFigures() throws Exception {
        Map<String, LoadShape> loads = new LinkedHashMap<>();
        loads.put("relay", LoadShape.relay(4));
        loads.put("rate", LoadShape.openLoop(1_000));
        loads.put("room", LoadShape.fanOut(8, 2));
        Settings settings =
                new Settings(
                        1,
                        Duration.ofMillis(300),
                        Duration.ofMillis(50),
                        16,
                        List.of(GatewayKind.BARE),
                        "");
        Installation home =
                new Installation(Path.of("..").toRealPath(), directory, null, List.of());
        GatewayComparison comparison = new GatewayComparison("comparison", loads);
        Figures figures = comparison.run(home, settings, new Progress());
        String bare = GatewayKind.BARE.label();
        for (String load : loads.keySet()) {
            assertThat(figures.get(load, bare, Subject.RATE).median()).as(load).isPositive();
        }
        assertThat(figures.get("rate", bare, Subject.P99).median())
                .isGreaterThanOrEqualTo(figures.get("rate", bare, Subject.P50).median());
        assertThat(comparison.table(figures, settings).toText())
                .contains("relay, bare-netty", "1.00 (1.00-1.00)");
    }
}
