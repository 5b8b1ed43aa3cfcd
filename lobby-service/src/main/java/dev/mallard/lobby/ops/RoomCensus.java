package dev.mallard.lobby.ops;

import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.RequestRejectedException;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many rooms there are, counted from time to time so that metrics and heartbeats never wait for the
 * database. The rooms of all lobbies: they share them. Any thread.
 */
@Component
class RoomCensus {

    private static final Logger log = LoggerFactory.getLogger(RoomCensus.class);

    private final RoomRepository rooms;
    private final Store store;
    private volatile Map<RoomState, Long> counts = Map.of();

    RoomCensus(RoomRepository rooms, Store store, MeterRegistry meters) {
        this.rooms = rooms;
        this.store = store;
        for (RoomState state : RoomState.values()) {
            Gauge.builder("mallard.lobby.rooms", this, census -> census.rooms(state))
                    .description("Rooms of all lobbies, by state")
                    .tag("state", state.name())
                    .register(meters);
        }
    }

    @Scheduled(fixedDelayString = "${mallard.lobby.census-interval:5s}")
    void count() {
        try {
            Map<RoomState, Long> fresh = new EnumMap<>(RoomState.class);
            store.read("count-rooms", rooms::countByState)
                    .forEach(c -> fresh.put(c.state(), c.rooms()));
            counts = Map.copyOf(fresh);
        } catch (RequestRejectedException databaseAway) {
            log.debug("Rooms are not counted: {}", databaseAway.code());
        }
    }

    /** Rooms in a state at the last count. */
    long rooms(RoomState state) {
        return counts.getOrDefault(state, 0L);
    }

    /** Rooms in any state at the last count. */
    int rooms() {
        return Math.toIntExact(counts.values().stream().mapToLong(Long::longValue).sum());
    }
}
