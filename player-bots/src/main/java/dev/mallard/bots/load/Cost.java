package dev.mallard.bots.load;

import dev.mallard.bots.load.measure.Percentiles;

/**
 * What the load generator itself took while it measured.
 *
 * @param cpuSeconds processor time of this process
 * @param packets packets sent and received in that time
 * @param lateness how much later than meant packets were sent; as much of every latency is not the server's
 */
public record Cost(double cpuSeconds, long packets, Percentiles lateness) {

    /** Processor time per packet, microseconds. */
    public double cpuMicrosPerPacket() {
        return packets == 0 ? 0 : cpuSeconds * 1e6 / packets;
    }
}
