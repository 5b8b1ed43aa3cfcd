package dev.mallard.lobby.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/**
 * What rooms may be like.
 *
 * @param lifetime how long a room may wait after its creation before it is dissolved
 * @param maxRooms most rooms on all lobbies together; rooms made at the same moment may exceed it by a few
 * @param minCapacity smallest number of seats
 * @param maxCapacity largest number of seats
 * @param listSize most bytes of one room list; when the rooms do not fit, rooms that nobody can join are left
 *     out first, and among equals the newest
 * @param listInterval shortest time between two readings of the room list; requests that come meanwhile wait
 *     for the next one and share it
 * @param gesturesPerSecond attack gestures of one user that are shown to a waiting room, sustained
 * @param gestureBurst attack gestures of one user that are shown at once
 * @param gestureUsers most users whose gestures are counted; beyond it the one whose last gesture is longest
 *     ago starts afresh
 */
@Validated
@ConfigurationProperties("mallard.lobby.rooms")
public record RoomProperties(
        @DefaultValue("600s") Duration lifetime,
        @DefaultValue("10000") @Min(1) @Max(1_000_000) int maxRooms,
        @DefaultValue("2") @Min(1) @Max(8) int minCapacity,
        @DefaultValue("8") @Min(1) @Max(8) int maxCapacity,
        @DefaultValue("256KB") DataSize listSize,
        @DefaultValue("50ms") Duration listInterval,
        @DefaultValue("10") @Min(1) @Max(1000) int gesturesPerSecond,
        @DefaultValue("20") @Min(1) @Max(10_000) int gestureBurst,
        @DefaultValue("50000") @Min(1) @Max(10_000_000) int gestureUsers) {

    private static final DataSize LARGEST_LIST = DataSize.ofMegabytes(3);
    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(1);

    public RoomProperties {
        if (!lifetime.isPositive()) {
            throw new IllegalArgumentException("the lifetime of a room has to be positive");
        }
        if (minCapacity > maxCapacity) {
            throw new IllegalArgumentException("rooms cannot have fewer seats than the minimum");
        }
        if (listInterval.isNegative() || listInterval.compareTo(LONGEST_INTERVAL) > 0) {
            throw new IllegalArgumentException(
                    "the room list can be read every 0 ms to 1 s, not every " + listInterval);
        }
        // A list crosses the link to the gateway in one frame of at most 4 MB.
        if (listSize.toBytes() < 1024 || listSize.compareTo(LARGEST_LIST) > 0) {
            throw new IllegalArgumentException("the room list takes 1 KB to 3 MB, not " + listSize);
        }
    }
}
