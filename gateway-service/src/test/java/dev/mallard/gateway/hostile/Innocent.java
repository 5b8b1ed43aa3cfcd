package dev.mallard.gateway.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A player who does nothing but ask the lobby for its rooms, and must not notice what goes on beside. Compares
 * how long the answers take during an attack with how long they took just before.
 */
final class Innocent implements AutoCloseable {

    private static final int PROBES = 40;
    private static final Duration PAUSE = Duration.ofMillis(2);

    /** What the times may grow by on a machine that is also busy with the attack itself. */
    private static final int FACTOR = 5;

    private static final Duration ALLOWANCE = Duration.ofMillis(100);

    /** The time that no single answer may take. */
    private static final Duration HUNG = Duration.ofSeconds(5);

    private final TestClient client;

    /** Logs in; the lobby has to answer by itself. */
    Innocent(RunningGateway gateway, FakeService lobby) throws IOException {
        this(gateway.loggedIn(), lobby);
    }

    Innocent(TestClient loggedIn, FakeService lobby) {
        lobby.answering = TestPackets.rooms();
        client = loggedIn;
    }

    /** Something bad that ends by itself. */
    @FunctionalInterface
    interface Attack {
        void run() throws Exception;
    }

    /** Runs the attack in a thread of its own, and asks and asks until it is over. */
    void endures(Attack attack) throws Exception {
        long before = median(probe(PROBES));
        CompletableFuture<Void> attacking = new CompletableFuture<>();
        Thread.ofVirtual()
                .name("attack")
                .start(
                        () -> {
                            try {
                                attack.run();
                                attacking.complete(null);
                            } catch (Throwable failure) {
                                attacking.completeExceptionally(failure);
                            }
                        });
        List<Long> during = new ArrayList<>(probe(PROBES));
        while (!attacking.isDone()) {
            during.addAll(probe(1));
        }
        attacking.get();
        assertThat(Duration.ofNanos(median(during)))
                .as("median of %d answers, after %d us before", during.size(), before / 1000)
                .isLessThan(Duration.ofNanos(FACTOR * before).plus(ALLOWANCE));
        assertThat(Duration.ofNanos(Collections.max(during))).isLessThan(HUNG);
    }

    private List<Long> probe(int count) throws IOException {
        List<Long> times = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long asked = System.nanoTime();
            client.send(TestPackets.roomList());
            assertThat(client.read()).isEqualTo(TestPackets.rooms());
            times.add(System.nanoTime() - asked);
            // Players do not ask without end.
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE.toMillis()));
        }
        return times;
    }

    private static long median(List<Long> times) {
        List<Long> sorted = times.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
