package dev.mallard.faults.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;

class ProcessUsageTest {

    @Test
    void thisProcessUsesSomething() {
        assumeThat(Files.isDirectory(Path.of("/proc/self/fd"))).isTrue();
        assertThat(ProcessUsage.of(ProcessHandle.current().pid()))
                .hasValueSatisfying(
                        usage -> {
                            assertThat(usage.residentKib()).isGreaterThan(10_000);
                            assertThat(usage.threads()).isGreaterThan(5);
                            assertThat(usage.openFiles()).isGreaterThan(2);
                        });
    }

    @Test
    void whatIsNotThereUsesNothing() {
        assertThat(ProcessUsage.of(Integer.MAX_VALUE)).isEmpty();
    }
}
