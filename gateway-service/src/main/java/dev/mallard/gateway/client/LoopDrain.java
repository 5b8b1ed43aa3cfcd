package dev.mallard.gateway.client;

import io.netty.channel.EventLoop;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Sends the clients of one event loop away: looks again and again who can go. Confined to the loop, except
 * for the start.
 */
final class LoopDrain {

    private static final long INTERVAL_MILLIS = 20;

    private final EventLoop loop;
    private final LoopSessions sessions;
    private final long graceEndNanos;
    private final long answersEndNanos;
    private final Runnable whenGone;
    private @Nullable ScheduledFuture<?> rounds;

    /**
     * @param graceEndNanos until when players in games may play on
     * @param answersEndNanos until when the others may wait for answers
     * @param whenGone run when no connection of the loop is left
     */
    LoopDrain(
            EventLoop loop,
            LoopSessions sessions,
            long graceEndNanos,
            long answersEndNanos,
            Runnable whenGone) {
        this.loop = loop;
        this.sessions = sessions;
        this.graceEndNanos = graceEndNanos;
        this.answersEndNanos = answersEndNanos;
        this.whenGone = whenGone;
    }

    /** Returns at once. Any thread. */
    void start() {
        loop.execute(
                () -> {
                    rounds =
                            loop.scheduleWithFixedDelay(
                                    () -> sendAway(System.nanoTime()),
                                    INTERVAL_MILLIS,
                                    INTERVAL_MILLIS,
                                    TimeUnit.MILLISECONDS);
                    sendAway(System.nanoTime());
                    sessions.whenGone(this::finish);
                });
    }

    private void finish() {
        ScheduledFuture<?> running = rounds;
        if (running != null) {
            running.cancel(false);
        }
        whenGone.run();
    }

    void sendAway(long nowNanos) {
        for (ClientSession session : sessions.all()) {
            switch (session.state()) {
                case Closing closing -> {}
                case InGame playing when nowNanos - graceEndNanos < 0 ->
                        // The game may have begun after the player was told to wait.
                        session.release(Hold.LEAVING);
                default -> sendAway(session, nowNanos);
            }
        }
    }

    private void sendAway(ClientSession session, long nowNanos) {
        session.hold(Hold.LEAVING);
        if (session.isSettled(nowNanos) || nowNanos - answersEndNanos >= 0) {
            session.close(DisconnectReason.SERVER_SHUTDOWN);
        }
    }
}
