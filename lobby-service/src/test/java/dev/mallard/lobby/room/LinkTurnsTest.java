package dev.mallard.lobby.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.LinkChannel;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

class LinkTurnsTest {

    private static final int SIZE = 256 * 1024;

    private final AtomicLong pending = new AtomicLong();
    private final AtomicLong most = new AtomicLong();
    private final GatewayLink link = new GatewayLink(new SlowChannel(), "gateway-1", 0);

    /** Takes nothing by itself. */
    private final class SlowChannel implements LinkChannel {
        @Override
        public void write(LinkFrame frame) {}

        @Override
        public long pendingBytes() {
            return pending.get();
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}

        @Override
        public void closeAfterFlush() {}
    }

    private void send() {
        long waiting = pending.addAndGet(SIZE);
        most.accumulateAndGet(waiting, Math::max);
    }

    @Test
    void manyAtOnceWaitForTheGateway() throws Exception {
        LinkTurns turns = new LinkTurns(Duration.ofSeconds(20));
        AtomicInteger sent = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 1000; i++) {
                threads.execute(() -> sent.addAndGet(turns.run(link, this::send) ? 1 : 0));
            }
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(1))
                    .until(
                            () -> {
                                // The gateway takes everything that waits.
                                pending.set(0);
                                return sent.get() == 1000;
                            });
        }
        assertThat(most.get()).isBetween(1L, LinkTurns.MAX_PENDING_BYTES + SIZE);
    }

    @Test
    void givesUpAfterSomeTimeAndSendsNothing() throws Exception {
        LinkTurns turns = new LinkTurns(Duration.ofMillis(50));
        pending.set(LinkTurns.MAX_PENDING_BYTES + 1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> attempt = () -> turns.run(link, this::send);
            Future<Boolean> first = threads.submit(attempt);
            Future<Boolean> second = threads.submit(attempt);
            assertThat(first.get(10, TimeUnit.SECONDS)).isFalse();
            assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
        }
        assertThat(most.get()).isZero();
        pending.set(0);
        assertThat(turns.run(link, this::send)).isTrue();
    }

    @Test
    void aLinkThatIsFreeIsNotWaitedFor() {
        LinkTurns turns = new LinkTurns(Duration.ZERO);
        pending.set(LinkTurns.MAX_PENDING_BYTES);

        assertThat(turns.run(link, this::send)).isTrue();
    }
}
