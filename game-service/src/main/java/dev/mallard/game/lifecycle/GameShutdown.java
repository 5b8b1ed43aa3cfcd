package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.LiveGames;
import dev.mallard.protocol.link.server.LinkServer;
import dev.mallard.protocol.link.server.ServiceLoad;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/**
 * Winds up the games before the service goes: no new ones, then a while for those that run, then another
 * service for as many of the rest as possible, then the end for what is left, and then a while for the lobby to record what has ended. Depends on the link server, so that it
 * stops while the links are still open.
 */
public final class GameShutdown implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GameShutdown.class);

    /** What the last games may take beyond the time that the lobby has to record their end. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    /** Time between two reports of the same end while the service stops. */
    private static final Duration REPEAT = Duration.ofSeconds(1);

    private final LinkServer server;
    private final ServiceLoad load;
    private final LiveGames games;
    private final GameLifecycle lifecycle;
    private final EndReports reports;
    private final HandOver handOver;
    private final Duration grace;
    private final Duration patience;
    private final Duration reportGrace;
    private volatile boolean running;

    /**
     * @param grace how long running games may go on, not negative
     * @param patience how long an ended game waits at most until its end is recorded
     * @param reportGrace how long the service waits at most, after the last game, for ends to be recorded
     */
    public GameShutdown(
            LinkServer server,
            ServiceLoad load,
            LiveGames games,
            GameLifecycle lifecycle,
            EndReports reports,
            HandOver handOver,
            Duration grace,
            Duration patience,
            Duration reportGrace) {
        this.server = server;
        this.load = load;
        this.games = games;
        this.lifecycle = lifecycle;
        this.reports = reports;
        this.handOver = handOver;
        this.grace = grace;
        this.patience = patience;
        this.reportGrace = reportGrace;
    }

    @Override
    public void start() {
        running = true;
        log.info("Waiting for gateways on port {}", server.port());
    }

    /**
     * Takes at most the grace, the time to hand over, the patience, a second, and the time for reports.
     */
    @Override
    public void stop() {
        running = false;
        load.drain();
        games.close();
        try {
            if (!games.awaitEmpty(grace)) {
                handOver.handOver();
            }
            if (games.size() > 0) {
                end();
            }
            reports.repeatEvery(REPEAT);
            if (!reports.awaitEmpty(reportGrace)) {
                log.warn("The ends of {} games were not recorded in time", reports.size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() throws InterruptedException {
        log.info("Ending {} games", games.size());
        games.all().forEach(lifecycle::stop);
        if (!games.awaitEmpty(patience.plus(MARGIN))) {
            log.warn("{} games could not be ended in time", games.size());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
