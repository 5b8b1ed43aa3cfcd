package dev.mallard.lobby.match;

import dev.mallard.lobby.room.RoomSnapshot;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;

/** Counts how preparations end, and how long they take. Any thread. */
@Component
class PreparationMetrics {

    private final MeterRegistry meters;
    private final Clock clock;

    PreparationMetrics(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * @param room while it was being prepared
     * @param outcome one of a few names
     */
    void ended(RoomSnapshot room, String outcome) {
        Duration taken = Duration.between(room.stateSince(), clock.instant());
        Timer.builder("mallard.lobby.prepares")
                .description("Time from the owner's request to the outcome of a preparation")
                .tag("outcome", outcome)
                .register(meters)
                .record(taken.isNegative() ? Duration.ZERO : taken);
    }
}
