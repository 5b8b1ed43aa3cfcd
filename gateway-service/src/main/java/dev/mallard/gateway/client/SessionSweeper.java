package dev.mallard.gateway.client;

import dev.mallard.transport.EventLoops;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends the sessions whose time is up: looks at every session of every event loop once a second. */
final class SessionSweeper {

    private static final long INTERVAL_MILLIS = 1_000;

    private final EventLoops eventLoops;
    private final SessionRegistry registry;
    private final List<ScheduledFuture<?>> sweeps = new ArrayList<>();

    SessionSweeper(EventLoops eventLoops, SessionRegistry registry) {
        this.eventLoops = eventLoops;
        this.registry = registry;
    }

    void start() {
        for (int i = 0; i < registry.loopCount(); i++) {
            LoopSessions sessions = registry.loop(i);
            sweeps.add(
                    eventLoops
                            .loop(i)
                            .scheduleWithFixedDelay(
                                    () -> sweep(sessions, System.nanoTime()),
                                    INTERVAL_MILLIS,
                                    INTERVAL_MILLIS,
                                    TimeUnit.MILLISECONDS));
        }
    }

    void stop() {
        sweeps.forEach(sweep -> sweep.cancel(false));
        sweeps.clear();
    }

    private static void sweep(LoopSessions sessions, long nowNanos) {
        for (ClientSession session : sessions.all()) {
            DisconnectReason reason = session.overdue(nowNanos);
            if (reason != null) {
                session.close(reason);
            }
        }
    }
}
