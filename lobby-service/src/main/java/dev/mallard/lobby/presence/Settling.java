package dev.mallard.lobby.presence;

import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.room.Whereabouts;
import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.server.SessionDirectory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks once after the start, when the gateways have had time to announce their sessions, for members of
 * waiting rooms who went while no lobby was there. As long as no gateway has announced anything, nobody
 * counts as gone.
 */
@Component
class Settling {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    private static final List<RoomState> BEFORE_THE_GAME =
            List.of(RoomState.WAIT, RoomState.PREPARE);

    private final RoomRepository rooms;
    private final Store store;
    private final SessionDirectory sessions;
    private final Departures departures;
    private final PresenceProperties properties;
    private final Clock clock;
    private final AtomicReference<@Nullable Instant> firstAnnouncement = new AtomicReference<>();
    private volatile boolean settled;

    Settling(
            RoomRepository rooms,
            Store store,
            SessionDirectory sessions,
            Departures departures,
            PresenceProperties properties,
            Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.sessions = sessions;
        this.departures = departures;
        this.properties = properties;
        this.clock = clock;
    }

    void gatewayAnnounced() {
        firstAnnouncement.compareAndSet(null, clock.instant());
    }

    /** Whether the gateways have had time to announce their sessions. */
    boolean isSettled() {
        return settled;
    }

    @Scheduled(fixedDelayString = "${mallard.lobby.sweep-interval:1s}")
    void settle() {
        Instant first = firstAnnouncement.get();
        if (settled
                || first == null
                || clock.instant().isBefore(first.plus(properties.settleTime()))) {
            return;
        }
        try {
            List<Whereabouts> members =
                    store.read("find-waiting-members", () -> rooms.findMembers(BEFORE_THE_GAME));
            List<Whereabouts> gone =
                    members.stream().filter(m -> sessions.find(m.userId()) == null).toList();
            gone.forEach(m -> departures.depart(m.userId(), m.sessionNumber()));
            log.info("{} of {} members of waiting rooms are gone", gone.size(), members.size());
            settled = true;
        } catch (RequestRejectedException databaseAway) {
            log.debug("Looking for members who are gone later: {}", databaseAway.code());
        }
    }
}
