package dev.mallard.faults.system;

import dev.mallard.bots.client.ConnectFailedException;
import dev.mallard.bots.client.ConnectionEndedException;
import dev.mallard.bots.client.GameClient;
import dev.mallard.bots.client.ResponseTimeoutException;
import dev.mallard.bots.client.ServerErrorException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Many clients who all want to log in at once, and behave as clients should: whoever is refused keeps the connection
 * and tries again after a while that gets longer, at most five seconds, and is not the same for all. Any thread.
 */
final class Storm implements AutoCloseable {

    /** The outcome of a login that has succeeded. */
    static final String OK = "ok";

    /** The outcome of a login for which the gateway has no time. */
    static final String BUSY = "SERVER_BUSY";

    /** The outcome when the gateway closes the connection. */
    static final String CLOSED = "closed";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final List<String> names;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<GameClient> clients = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * One login.
     *
     * @param endNanos when it was answered, a {@link System#nanoTime} reading
     * @param took from the request to the answer
     * @param outcome {@link #OK}, or the identifier of the error, or what became of the connection
     */
    record Attempt(long endNanos, Duration took, String outcome) {}

    /**
     * @param names of the accounts, one for each client
     */
    Storm(List<String> names) {
        this.names = List.copyOf(names);
    }

    /** Begins at a port of this machine; done when everybody is logged in. */
    CountDownLatch rush(int port) {
        CountDownLatch in = new CountDownLatch(names.size());
        for (String name : names) {
            threads.execute(
                    () -> {
                        enter(port, name);
                        in.countDown();
                    });
        }
        return in;
    }

    private void enter(int port, String name) {
        Duration wait = FIRST_WAIT;
        GameClient client = null;
        while (!closed) {
            try {
                client = client == null ? connect(port) : client;
                if (logsIn(client, name)) {
                    return;
                }
            } catch (ConnectionEndedException lost) {
                attempts.add(new Attempt(System.nanoTime(), Duration.ZERO, CLOSED));
                client = null;
            } catch (ConnectFailedException refused) {
                attempts.add(new Attempt(System.nanoTime(), Duration.ZERO, "not connected"));
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
                return;
            }
            long most = wait.toNanos();
            LockSupport.parkNanos(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
            wait =
                    wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0
                            ? LONGEST_WAIT
                            : wait.multipliedBy(2);
        }
    }

    private GameClient connect(int port) {
        GameClient client = GameClient.connect("localhost", port, ANSWER_WITHIN);
        clients.add(client);
        return client;
    }

    private boolean logsIn(GameClient client, String name) throws InterruptedException {
        long start = System.nanoTime();
        String outcome = OK;
        try {
            client.login(Players.email(name), Players.PASSWORD);
        } catch (ServerErrorException error) {
            outcome = error.identifier();
        } catch (ResponseTimeoutException silence) {
            outcome = "SILENCE";
        }
        long end = System.nanoTime();
        attempts.add(new Attempt(end, Duration.ofNanos(end - start), outcome));
        return outcome.equals(OK);
    }

    /** All logins that have been tried, in the order of their ends. */
    List<Attempt> attempts() {
        return attempts.stream()
                .sorted((a, b) -> Long.compare(a.endNanos() - b.endNanos(), 0))
                .toList();
    }

    /** Waits until the connections of all clients have ended. */
    void awaitConnectionsLost() throws Exception {
        for (GameClient client : clients) {
            client.closed().get(30, TimeUnit.SECONDS);
        }
        clients.clear();
        attempts.clear();
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            clients.forEach(client -> closing.execute(client::close));
        }
    }
}
