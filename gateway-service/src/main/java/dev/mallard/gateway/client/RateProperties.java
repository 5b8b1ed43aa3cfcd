package dev.mallard.gateway.client;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How fast one client may send. Whoever exceeds this gets RATE_LIMITED and has to go. The defaults leave
 * the client that hosts a game, and moves 400 monsters five times a second in packets of 7 KiB, ample room.
 *
 * @param packets packets per second in the long run, from 1
 * @param packetBurst packets that may come at once, from 1
 * @param bytes bytes of whole frames per second in the long run, from 1 KiB to 1 GiB
 * @param byteBurst bytes of whole frames that may come at once, up to 1 GiB; at least the largest frame
 */
public record RateProperties(
        @DefaultValue("500") @Min(1) @Max(10_000_000) int packets,
        @DefaultValue("1000") @Min(1) @Max(10_000_000) int packetBurst,
        @DefaultValue("256KB") DataSize bytes,
        @DefaultValue("1MB") DataSize byteBurst) {

    private static final DataSize LEAST = DataSize.ofKilobytes(1);
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    public RateProperties {
        requireSize("bytes", bytes);
        requireSize("byte-burst", byteBurst);
    }

    private static void requireSize(String name, DataSize size) {
        if (size.compareTo(LEAST) < 0 || size.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "mallard.gateway.client.rate.%s must be from 1 KiB to 1 GiB, not %s"
                            .formatted(name, size));
        }
    }
}
