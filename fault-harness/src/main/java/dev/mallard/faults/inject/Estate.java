package dev.mallard.faults.inject;

import dev.mallard.faults.cluster.Cluster;
import dev.mallard.faults.cluster.Database;
import dev.mallard.faults.cluster.Instance;
import dev.mallard.faults.cluster.Redis;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * All that faults can happen to.
 *
 * @param redis null if there is none
 * @param disk the one that the database is on, null if it cannot be filled
 * @param clocks of those instances whose clock can be changed
 */
public record Estate(
        Cluster cluster,
        Database database,
        @Nullable Redis redis,
        @Nullable SmallDisk disk,
        Map<Instance, FakeClock> clocks) {

    public Estate {
        clocks = Map.copyOf(clocks);
    }
}
