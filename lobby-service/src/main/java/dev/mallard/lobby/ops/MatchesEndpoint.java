package dev.mallard.lobby.ops;

import dev.mallard.lobby.match.MatchHistory;
import dev.mallard.lobby.match.PlayedMatch;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code /actuator/matches}: the games that ended last. */
@Component
@Endpoint(id = "matches")
class MatchesEndpoint {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final MatchHistory history;

    MatchesEndpoint(MatchHistory history) {
        this.history = history;
    }

    /**
     * @param latest the latest first
     */
    record Report(List<MatchLine> latest) {}

    /** An ended game as an operator sees it, by ids. */
    record MatchLine(
            int gameId,
            String gameInstance,
            @Nullable Instant startedAt,
            Instant endedAt,
            String outcome,
            int wavesSurvived,
            SortedSet<Integer> players) {

        static MatchLine of(PlayedMatch match) {
            return new MatchLine(
                    match.gameId(),
                    match.gameInstance(),
                    match.startedAt(),
                    match.endedAt(),
                    match.outcome(),
                    match.wavesSurvived(),
                    new TreeSet<>(match.players()));
        }
    }

    /**
     * @param limit most matches to show, 1 to 500, 50 if left out
     */
    @ReadOperation
    Report matches(@Nullable Integer limit) {
        int wanted = limit == null ? DEFAULT_LIMIT : Math.clamp(limit, 1, MAX_LIMIT);
        return new Report(history.latest(wanted).stream().map(MatchLine::of).toList());
    }
}
