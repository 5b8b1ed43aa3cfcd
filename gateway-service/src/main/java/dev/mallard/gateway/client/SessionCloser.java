package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGetOut;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;

/**
 * The one way in which sessions end: everybody is told once, the client gets its farewell and the time to
 * read it, and the connection is closed. Any thread.
 */
public final class SessionCloser {

    private static final Logger log = LoggerFactory.getLogger(SessionCloser.class);

    private static final GamePacket GET_OUT =
            GamePacket.newBuilder().setGetOut(S2CGetOut.getDefaultInstance()).build();

    private final SessionRegistry registry;
    private final List<SessionObserver> observers;
    private final SessionCounters counters;
    private final Duration farewellTimeout;

    public SessionCloser(
            SessionRegistry registry,
            List<SessionObserver> observers,
            SessionCounters counters,
            Duration farewellTimeout) {
        this.registry = registry;
        this.observers = List.copyOf(observers);
        this.counters = counters;
        this.farewellTimeout = farewellTimeout;
    }

    /** Ends a session; only the first call counts. */
    void close(ClientSession session, DisconnectReason reason) {
        session.execute(() -> closeNow(session, reason));
    }

    private void closeNow(ClientSession session, DisconnectReason reason) {
        if (session.state() instanceof Closing) {
            return;
        }
        session.become(new Closing(reason));
        session.openRequests().unwatch();
        counters.disconnected(reason);
        logEnd(session, reason);
        registry.release(session);
        if (session.userId() != 0) {
            tellObservers(session);
        }
        sayFarewell(session, reason);
    }

    private static void logEnd(ClientSession session, DisconnectReason reason) {
        if (session.userId() == 0) {
            // Anybody can cause these, as often as they like.
            log.debug("Closing {}: {}", session, reason);
        } else {
            log.info("Closing {}: {}", session, reason);
        }
    }

    private void tellObservers(ClientSession session) {
        for (SessionObserver observer : observers) {
            try {
                observer.sessionEnded(session);
            } catch (RuntimeException failure) {
                log.error("Ending {}: an observer failed", session, failure);
            }
        }
    }

    private void sayFarewell(ClientSession session, DisconnectReason reason) {
        if (!reason.saysGetOut()) {
            session.connection().close();
            return;
        }
        ErrorCode error = reason.error();
        if (error != null) {
            session.reject(error);
        }
        session.send(GET_OUT);
        session.connection().closeAfterFlush(farewellTimeout);
    }
}
