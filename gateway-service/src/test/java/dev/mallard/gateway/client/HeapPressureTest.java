package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;

class HeapPressureTest {

    @ParameterizedTest
    @CsvSource({
        // After the last collection, now, pressure.
        "95, 96, true",
        "90, 90, false",
        // Garbage that has not been collected yet.
        "20, 99, false",
        // It was full once, and is not any more.
        "99, 30, false"
    })
    void onlyWhatStaysCounts(long collected, long now, boolean pressure) {
        MemoryPoolMXBean pool = pool(collected, now, 100);
        assertThat(new HeapPressure(0.9, List.of(pool)).getAsBoolean()).isEqualTo(pressure);
    }

    @Test
    void aPoolWithoutABoundIsNeverFull() {
        MemoryPoolMXBean pool = pool(1_000, 1_000, -1);
        assertThat(new HeapPressure(0.9, List.of(pool)).getAsBoolean()).isFalse();
    }

    @Test
    void thisProcessHasRoom() {
        assertThat(new HeapPressure(1).getAsBoolean()).isFalse();
    }

    private static MemoryPoolMXBean pool(long collected, long now, long max) {
        MemoryPoolMXBean pool = mock(MemoryPoolMXBean.class);
        when(pool.getCollectionUsage()).thenReturn(usage(collected, max));
        when(pool.getUsage()).thenReturn(usage(now, max));
        return pool;
    }

    private static MemoryUsage usage(long used, long max) {
        return new MemoryUsage(0, used, Math.max(used, max), max);
    }
}
