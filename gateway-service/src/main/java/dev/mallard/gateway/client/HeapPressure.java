package dev.mallard.gateway.client;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whether the heap is nearly full: what the last collection of the old objects left behind is above the
 * limit, and so is what is there now. Garbage alone is no pressure. Any thread; cheap enough to ask for each
 * connection.
 */
final class HeapPressure implements BooleanSupplier {

    private final List<MemoryPoolMXBean> pools;
    private final double limit;

    /**
     * @param limit part of each pool, above 0 and up to 1
     */
    HeapPressure(double limit) {
        this(
                limit,
                ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        // The pools of new objects, which are full and emptied all the time, do
                        // not.
                        .filter(MemoryPoolMXBean::isUsageThresholdSupported)
                        .toList());
    }

    HeapPressure(double limit, List<MemoryPoolMXBean> pools) {
        this.limit = limit;
        this.pools = pools;
    }

    @Override
    public boolean getAsBoolean() {
        for (MemoryPoolMXBean pool : pools) {
            MemoryUsage collected = pool.getCollectionUsage();
            if (collected != null && isAbove(collected) && isAbove(pool.getUsage())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAbove(MemoryUsage usage) {
        return usage.getMax() > 0 && usage.getUsed() > limit * usage.getMax();
    }
}
