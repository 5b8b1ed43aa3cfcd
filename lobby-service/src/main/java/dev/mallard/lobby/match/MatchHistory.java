package dev.mallard.lobby.match;

import dev.mallard.lobby.room.Room;
import dev.mallard.lobby.room.RoomRepository;
import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.store.Store;
import dev.mallard.protocol.RequestRejectedException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Records games that have ended, and brings their players back to the lobby. A report may come any number of
 * times, from several reporters. Any thread that may wait; throws {@link RequestRejectedException} with
 * {@code SERVER_BUSY} while the database does not answer.
 */
@Service
public class MatchHistory {

    private static final Logger log = LoggerFactory.getLogger(MatchHistory.class);

    /** How far the clock of a reporter may be behind the clock of the lobby. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);

    private final PlayedMatchRepository matches;
    private final RoomRepository rooms;
    private final MatchProperties properties;
    private final Store store;
    private final Clock clock;

    MatchHistory(
            PlayedMatchRepository matches,
            RoomRepository rooms,
            MatchProperties properties,
            Store store,
            Clock clock) {
        this.matches = matches;
        this.rooms = rooms;
        this.properties = properties;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Takes the report of an ended game: stores the match, and removes the room. A gateway that has lost a
     * game service speaks for its own players only: they leave the room, which goes with the last of them.
     * Reports about a game that is not the room's current one change nothing: a room that waits again after
     * a failed preparation stays.
     */
    void record(GameReport report) {
        store.write(
                "record-match",
                () -> {
                    Room room = rooms.findWithMembers(report.gameId()).orElse(null);
                    if (room == null || isAbout(report, room)) {
                        keep(report, room);
                        remove(report, room);
                    }
                    return report;
                });
    }

    private static boolean isAbout(GameReport report, Room room) {
        return switch (room.state()) {
            case WAIT -> false;
            // The news of the end has overtaken that of the creation, unless it is that of an
            // attempt before.
            case PREPARE -> !report.endedAt().isBefore(room.stateSince().minus(CLOCK_TOLERANCE));
            case PLAY -> report.instance().equals(room.gameInstance());
        };
    }

    private void keep(GameReport report, @Nullable Room room) {
        PlayedMatch match = matches.findById(report.gameId()).orElse(null);
        if (match == null) {
            match = new PlayedMatch(report);
        } else if (match.outcome().equals(GameReport.SERVER_LOST)) {
            match.correct(report);
        } else {
            return;
        }
        if (room != null && room.state() == RoomState.PLAY) {
            match.startedAtLatest(room.stateSince());
            match.addPlayers(room.snapshot().memberIds());
        }
        matches.saveAndFlush(match);
    }

    private void remove(GameReport report, @Nullable Room room) {
        if (room == null) {
            return;
        }
        if (report.isLoss()) {
            report.players().forEach(room::remove);
        }
        if (!report.isLoss() || room.isEmpty()) {
            rooms.delete(room);
        }
        rooms.flush();
    }

    /** The matches that ended last, the latest first. */
    public List<PlayedMatch> latest(int count) {
        return store.read(
                "show-matches",
                () -> matches.findAllWithPlayers(matches.findLatestIds(Limit.of(count))));
    }

    /** Forgets what is older than the retention time. Every lobby does, without harm. */
    @Scheduled(fixedDelayString = "PT1H")
    void forget() {
        try {
            int forgotten =
                    store.write(
                            "forget-matches",
                            () ->
                                    matches.deleteEndedBefore(
                                            clock.instant().minus(properties.retention())));
            log.debug("Forgot {} matches", forgotten);
        } catch (RequestRejectedException databaseAway) {
            log.debug("No matches are forgotten: {}", databaseAway.code());
        }
    }
}
