package dev.mallard.faults.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveHeapTest {

    @Test
    void aJvmTellsWhatOfItsHeapIsInUse() throws Exception {
        assertThat(LiveHeap.kib(ProcessHandle.current().pid()).orElse(0)).isGreaterThan(1_000);
    }

    @Test
    void whatIsNoJvmTellsNothing() throws Exception {
        assertThat(LiveHeap.kib(Integer.MAX_VALUE)).isEmpty();
    }
}
