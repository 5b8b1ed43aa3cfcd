package dev.mallard.lobby.presence;

import dev.mallard.lobby.room.RoomState;
import dev.mallard.lobby.room.Whereabouts;
import dev.mallard.lobby.work.SerialExecutor;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.SessionListener;
import dev.mallard.protocol.link.server.UserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * What the lobby does when users come and go. A login is acknowledged when the user has left the room of any
 * earlier session, with the place where the user is then.
 */
@Component
class LobbySessions implements SessionListener {

    private final Locations locations;
    private final Departures departures;
    private final Settling settling;
    private final SerialExecutor work;

    LobbySessions(
            Locations locations, Departures departures, Settling settling, SerialExecutor work) {
        this.locations = locations;
        this.departures = departures;
        this.settling = settling;
        this.work = work;
    }

    @Override
    public CompletionStage<Location> sessionOpened(UserSession session) {
        CompletableFuture<Location> answer = new CompletableFuture<>();
        work.execute(
                session.userId(),
                () -> {
                    try {
                        answer.complete(Locations.message(settle(session)));
                    } catch (RuntimeException failure) {
                        answer.completeExceptionally(failure);
                    }
                });
        return answer;
    }

    private @Nullable Whereabouts settle(UserSession session) {
        Whereabouts found = locations.find(session.userId());
        if (found == null
                || found.state() == RoomState.PLAY
                || found.sessionNumber() >= session.number()) {
            return found;
        }
        departures.departNow(session.userId(), session.number() - 1);
        return locations.find(session.userId());
    }

    @Override
    public void sessionClosed(UserSession session, boolean successor) {
        departures.depart(session.userId(), session.number());
    }

    @Override
    public void gatewayAnnounced(GatewayLink link) {
        settling.gatewayAnnounced();
    }
}
