package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.SessionObserver;
import dev.mallard.gateway.client.SessionRegistry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The seats that players have lost or declined while their game was away: should the game go on after all, it has
 * to do without them. The latest one per session. On the session's event loop.
 */
final class GivenUpSeats implements SessionObserver {

    // By event loop; each map is confined to its loop.
    private final List<Map<ClientSession, Integer>> gamesByLoop;

    GivenUpSeats(SessionRegistry registry) {
        this.gamesByLoop =
                IntStream.range(0, registry.loopCount())
                        .<Map<ClientSession, Integer>>mapToObj(loop -> new HashMap<>())
                        .toList();
    }

    void add(ClientSession session, int gameId) {
        games(session).put(session, gameId);
    }

    boolean contains(ClientSession session, int gameId) {
        Integer given = games(session).get(session);
        return given != null && given == gameId;
    }

    @Override
    public void sessionEnded(ClientSession session) {
        games(session).remove(session);
    }

    private Map<ClientSession, Integer> games(ClientSession session) {
        return gamesByLoop.get(session.loopSessions().loop());
    }
}
