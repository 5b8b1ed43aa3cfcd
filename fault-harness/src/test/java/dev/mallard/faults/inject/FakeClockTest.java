package dev.mallard.faults.inject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.ClusterPlan;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

class FakeClockTest {

    @TempDir private Path folder;

    @Test
    void theFileSaysHowWrongTheClockIs() throws IOException {
        try (Cluster cluster = new Cluster(ClusterPlan.named("clock").logsIn(folder))) {
            FakeClock clock = FakeClock.of(cluster.game(1), Path.of("any.so"), folder);
            Path file = folder.resolve("game-1.clock");
            assertThat(file).hasContent("+0");
            clock.show(Duration.ofSeconds(-90));
            assertThat(file).hasContent("-90");
        }
    }

    @Test
    void theLibraryIsFoundWhereItIsInstalled() {
        assumeThat(FakeClock.library()).isPresent();
        assertThat(FakeClock.library())
                .hasValueSatisfying(library -> assertThat(Files.isReadable(library)).isTrue());
    }
}
