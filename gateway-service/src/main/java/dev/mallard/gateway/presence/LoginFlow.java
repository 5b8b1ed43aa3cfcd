package dev.mallard.gateway.presence;

import dev.mallard.gateway.client.Anonymous;
import dev.mallard.gateway.client.Authenticating;
import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.DisconnectReason;
import dev.mallard.gateway.client.GameSeat;
import dev.mallard.gateway.client.InLobby;
import dev.mallard.gateway.client.SessionLogin;
import dev.mallard.gateway.client.SessionObserver;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.client.SessionState;
import dev.mallard.gateway.placement.SeatResumption;
import dev.mallard.gateway.upstream.LinkListener;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CLoginResponse;
import dev.mallard.protocol.message.User;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/**
 * Logs a user in, once the password was right: ends the older session, tells all services, waits until the
 * lobbies know the user, and answers. If the user's own lobby does not answer in time, the login fails and
 * the connection stays as it was.
 */
public final class LoginFlow implements SessionLogin, SessionObserver, LinkListener {

    private final SessionRegistry registry;
    private final UpstreamGroups groups;
    private final RendezvousSelector selector;
    private final PresenceNotices notices;
    private final SeatResumption seats;
    private final Duration timeout;
    // By event loop; each map is confined to its loop.
    private final List<Map<ClientSession, PendingLogin>> pendingByLoop;

    /**
     * @param timeout longest time to wait for the lobbies
     */
    public LoginFlow(
            SessionRegistry registry,
            UpstreamGroups groups,
            RendezvousSelector selector,
            PresenceNotices notices,
            SeatResumption seats,
            Duration timeout) {
        this.registry = registry;
        this.groups = groups;
        this.selector = selector;
        this.notices = notices;
        this.seats = seats;
        this.timeout = timeout;
        this.pendingByLoop =
                IntStream.range(0, registry.loopCount())
                        .<Map<ClientSession, PendingLogin>>mapToObj(loop -> new HashMap<>())
                        .toList();
    }

    @Override
    public CompletionStage<Void> complete(
            ClientSession session, int userId, String nickname, long sessionNumber) {
        CompletableFuture<Void> result = new CompletableFuture<>();
        session.execute(() -> begin(session, userId, nickname, sessionNumber, result));
        return result;
    }

    private void begin(
            ClientSession session,
            int userId,
            String nickname,
            long sessionNumber,
            CompletableFuture<Void> result) {
        if (!session.isOpen()) {
            result.complete(null);
        } else if (!(session.state() instanceof Anonymous)) {
            reject(result, ErrorCode.ALREADY_LOGGED_IN);
        } else if (groups.lobby().usableLinks(session.loopSessions().loop()).isEmpty()) {
            reject(result, ErrorCode.LOBBY_UNAVAILABLE);
        } else {
            session.identify(userId, nickname, sessionNumber);
            session.become(new Authenticating(null));
            claim(session, result);
        }
    }

    private void claim(ClientSession session, CompletableFuture<Void> result) {
        switch (registry.claim(session)) {
            case SessionRegistry.Claim.Outdated outdated -> {
                session.close(DisconnectReason.TAKEN_OVER);
                result.complete(null);
            }
            case SessionRegistry.Claim.Granted(var predecessor) -> {
                if (predecessor == null) {
                    open(session, result);
                } else {
                    predecessor.execute(
                            () -> {
                                predecessor.close(DisconnectReason.TAKEN_OVER);
                                session.execute(() -> open(session, result));
                            });
                }
            }
        }
    }

    private void open(ClientSession session, CompletableFuture<Void> result) {
        if (!(session.state() instanceof Authenticating)) {
            // The client has gone meanwhile.
            result.complete(null);
            return;
        }
        List<UpstreamLink> lobbies = groups.lobby().usableLinks(session.loopSessions().loop());
        PendingLogin pending = new PendingLogin(session, result, lobbies);
        notices.sessionOpened(session);
        if (lobbies.isEmpty()) {
            fail(pending);
            return;
        }
        pending(session).put(session, pending);
        pending.deadline(session.schedule(timeout, () -> finish(pending)));
    }

    /** A lobby knows the session now. */
    void accepted(UpstreamLink lobby, ClientSession session, Location location) {
        PendingLogin pending = pending(session).get(session);
        if (pending != null && pending.accepted(lobby, location)) {
            finish(pending);
        }
    }

    /** The session was among those that the link has just announced, so its lobby will answer. */
    @Override
    public void linkUp(UpstreamLink link) {
        if (link.instance().group().destination() == Destination.LOBBY) {
            pendingByLoop
                    .get(link.sessions().loop())
                    .values()
                    .forEach(pending -> pending.expect(link));
        }
    }

    @Override
    public void linkDown(UpstreamLink link) {
        Map<ClientSession, PendingLogin> ofLoop = pendingByLoop.get(link.sessions().loop());
        for (PendingLogin pending : new ArrayList<>(ofLoop.values())) {
            if (pending.lost(link)) {
                finish(pending);
            }
        }
    }

    @Override
    public void sessionEnded(ClientSession session) {
        PendingLogin pending = pending(session).remove(session);
        if (pending != null) {
            pending.cancelDeadline();
            pending.result().complete(null);
        }
    }

    /** Every lobby has answered, or will not any more, or the time is up. */
    private void finish(PendingLogin pending) {
        ClientSession session = pending.session();
        pending(session).remove(session);
        pending.cancelDeadline();
        UpstreamLink lobby =
                selector.select(groups.lobby(), session.loopSessions().loop(), session.userId());
        Location location = lobby == null ? null : pending.location(lobby);
        if (lobby == null || location == null) {
            fail(pending);
            return;
        }
        enter(session, lobby, location);
        pending.result().complete(null);
    }

    private void fail(PendingLogin pending) {
        ClientSession session = pending.session();
        notices.sessionEnded(session);
        registry.release(session);
        session.identify(0, "", 0);
        session.become(new Anonymous());
        reject(pending.result(), ErrorCode.LOBBY_UNAVAILABLE);
    }

    private void enter(ClientSession session, UpstreamLink lobby, Location location) {
        GameSeat seat = seat(session.state(), location);
        session.become(new InLobby());
        session.send(response(session));
        if (seat != null) {
            seats.offer(session, seat, lobby);
        }
    }

    private static @Nullable GameSeat seat(SessionState state, Location location) {
        if (state instanceof Authenticating(GameSeat seat) && seat != null) {
            return seat;
        }
        return location.getPlace() == Location.Place.GAME && !location.getGameInstance().isBlank()
                ? new GameSeat(location.getRoomId(), location.getGameInstance())
                : null;
    }

    private static GamePacket response(ClientSession session) {
        User.Builder user =
                User.newBuilder().setName(session.nickname()).setUserId(session.userId());
        return GamePacket.newBuilder()
                .setLoginResponse(S2CLoginResponse.newBuilder().setSuccess(true).setUser(user))
                .build();
    }

    private Map<ClientSession, PendingLogin> pending(ClientSession session) {
        return pendingByLoop.get(session.loopSessions().loop());
    }

    private static void reject(CompletableFuture<Void> result, ErrorCode code) {
        result.completeExceptionally(new RequestRejectedException(code));
    }
}
