package dev.mallard.gateway.client;

import dev.mallard.transport.EventLoops;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends the clients away when the gateway stops. Who is not in a game is told at once, and can go on at
 * another gateway; who plays may play on until the grace period ends. Nobody is sent away between a request
 * and its answer: nothing more is read of a client that has to go, and it gets as long as its farewell may
 * take for the answers to come. So the end comes after the grace period and twice that time, at the latest.
 */
public final class ClientDrain {

    private static final Logger log = LoggerFactory.getLogger(ClientDrain.class);

    private final EventLoops eventLoops;
    private final SessionRegistry registry;
    private final Duration grace;
    private final Duration farewellTimeout;
    private volatile boolean running;

    ClientDrain(
            EventLoops eventLoops,
            SessionRegistry registry,
            Duration grace,
            Duration farewellTimeout) {
        this.eventLoops = eventLoops;
        this.registry = registry;
        this.grace = grace;
        this.farewellTimeout = farewellTimeout;
    }

    /** Whether clients are being sent away now. Any thread. */
    public boolean isRunning() {
        return running;
    }

    /** Waits until all clients are gone. Not on an event loop. */
    void run() {
        long begin = System.nanoTime();
        log.info("Sending the clients away, players in games within {}", grace);
        running = true;
        try {
            if (awaitLoops(begin)) {
                long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                log.info("All clients are gone after {} ms", took);
            } else {
                log.warn("Some clients did not take their farewell in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            running = false;
        }
    }

    private boolean awaitLoops(long begin) throws InterruptedException {
        CountDownLatch gone = new CountDownLatch(registry.loopCount());
        long graceEnd = begin + grace.toNanos();
        long answersEnd = graceEnd + farewellTimeout.toNanos();
        for (int i = 0; i < registry.loopCount(); i++) {
            new LoopDrain(
                            eventLoops.loop(i),
                            registry.loop(i),
                            graceEnd,
                            answersEnd,
                            gone::countDown)
                    .start();
        }
        // The loops keep to the times themselves, and are a little late if they are busy.
        Duration bound = grace.plus(farewellTimeout.multipliedBy(3));
        return gone.await(bound.toMillis(), TimeUnit.MILLISECONDS);
    }
}
