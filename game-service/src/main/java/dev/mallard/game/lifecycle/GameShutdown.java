package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.LiveGames;
import dev.mallard.protocol.link.server.LinkServer;
import dev.mallard.protocol.link.server.ServiceLoad;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;

/**
 * Winds up the games before the service goes: no new ones, then a while for those that run, then the end for
 * the rest. Depends on the link server, so that it stops while the links are still open.
 */
public final class GameShutdown implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(GameShutdown.class);

    /** What the last games may take beyond the time that the lobby has to record their end. */
    private static final Duration MARGIN = Duration.ofSeconds(1);

    private final LinkServer server;
    private final ServiceLoad load;
    private final LiveGames games;
    private final GameLifecycle lifecycle;
    private final Duration grace;
    private final Duration patience;
    private volatile boolean running;

    /**
     * @param grace how long running games may go on, not negative
     * @param patience how long an ended game waits at most until its end is recorded
     */
    public GameShutdown(
            LinkServer server,
            ServiceLoad load,
            LiveGames games,
            GameLifecycle lifecycle,
            Duration grace,
            Duration patience) {
        this.server = server;
        this.load = load;
        this.games = games;
        this.lifecycle = lifecycle;
        this.grace = grace;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
        log.info("Waiting for gateways on port {}", server.port());
    }

    /** Takes at most the grace, the patience, and a second. */
    @Override
    public void stop() {
        running = false;
        load.drain();
        games.close();
        try {
            if (games.awaitEmpty(grace)) {
                return;
            }
            log.info("Ending {} games", games.size());
            games.all().forEach(lifecycle::stop);
            if (!games.awaitEmpty(patience.plus(MARGIN))) {
                log.warn("{} games could not be ended in time", games.size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
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
