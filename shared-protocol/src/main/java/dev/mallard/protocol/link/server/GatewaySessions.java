package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.SessionAccepted;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionSuperseded;

import io.netty.channel.EventLoop;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Keeps the session directory in step with what the gateways say. Event loops; news of one user that come on
 * several links at once are taken one after another, so that the service hears of them in their order.
 */
final class GatewaySessions {

    private static final Logger log = LoggerFactory.getLogger(GatewaySessions.class);

    private static final int LOCKS = 256;

    private final SessionDirectory directory;
    private final SessionListener listener;
    private final Duration lostGatewayGrace;
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    GatewaySessions(
            SessionDirectory directory, SessionListener listener, Duration lostGatewayGrace) {
        this.directory = directory;
        this.listener = listener;
        this.lostGatewayGrace = lostGatewayGrace;
    }

    /** A gateway says that a user has logged in: answered when the service is ready for the user. */
    void opened(GatewayLink link, SessionOpened message) {
        UserSession session =
                new UserSession(
                        message.getUserId(),
                        message.getNickname(),
                        message.getSessionNumber(),
                        link);
        synchronized (lock(session.userId())) {
            switch (directory.open(session)) {
                case SessionDirectory.Opened.Stale stale -> supersede(session, stale.current());
                case SessionDirectory.Opened.Accepted accepted -> {
                    UserSession predecessor = accepted.predecessor();
                    if (predecessor != null && !predecessor.sameLogin(session)) {
                        supersede(predecessor, session);
                        listener.sessionClosed(predecessor, true);
                    }
                    accept(session);
                }
            }
        }
    }

    private Object lock(int userId) {
        return locks[Math.floorMod(userId, LOCKS)];
    }

    private void accept(UserSession session) {
        listener.sessionOpened(session)
                .whenComplete(
                        (location, failure) -> {
                            if (failure == null) {
                                acknowledge(session, location);
                            } else {
                                log.warn(
                                        "Session {} of user {} is not acknowledged: {}",
                                        session.number(),
                                        session.userId(),
                                        failure.toString());
                            }
                        });
    }

    private static void acknowledge(UserSession session, Location location) {
        session.link()
                .control(
                        LinkControl.newBuilder()
                                .setSessionAccepted(
                                        SessionAccepted.newBuilder()
                                                .setUserId(session.userId())
                                                .setSessionNumber(session.number())
                                                .setLocation(location))
                                .build());
    }

    private static void supersede(UserSession old, UserSession current) {
        old.link()
                .control(
                        LinkControl.newBuilder()
                                .setSessionSuperseded(
                                        SessionSuperseded.newBuilder()
                                                .setUserId(old.userId())
                                                .setSessionNumber(current.number()))
                                .build());
    }

    /** A gateway says that a session has ended; nothing happens if a newer one is there. */
    void closed(int userId, long sessionNumber) {
        synchronized (lock(userId)) {
            UserSession session = directory.close(userId, sessionNumber);
            if (session != null) {
                listener.sessionClosed(session, false);
            }
        }
    }

    /** Nothing happens if the user was announced on another link meanwhile. */
    private void closed(UserSession lost) {
        synchronized (lock(lost.userId())) {
            if (lost.equals(directory.find(lost.userId()))) {
                closed(lost.userId(), lost.number());
            }
        }
    }

    /**
     * A link has broken. Its users count as disconnected when the grace time has passed without the gateway
     * announcing them again on another link; when this service stops meanwhile, nothing happens any more.
     *
     * @param loop where the time passes
     */
    void lost(GatewayLink link, EventLoop loop) {
        List<UserSession> users = directory.on(link);
        if (users.isEmpty() || loop.isShuttingDown()) {
            return;
        }
        log.warn("Link {} is lost with {} sessions", link, users.size());
        loop.schedule(
                () -> directory.on(link).forEach(this::closed),
                lostGatewayGrace.toMillis(),
                TimeUnit.MILLISECONDS);
    }
}
