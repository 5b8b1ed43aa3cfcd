package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import dev.mallard.gateway.FakeService;
import dev.mallard.gateway.RunningGateway;
import dev.mallard.gateway.TestClient;
import dev.mallard.gateway.TestPackets;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.LoopFlusher;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * What the event loop spends on packets that it only passes on, counted in bytes and writes and not in time.
 * The bounds are those of code that the compiler has not optimised, which allocates more.
 */
class HotPathIntegrationTest {

    private static final String ROOM_LIST_REQUEST = "07d605312e302e30000000025200";
    private static final int BATCH = 50;
    private static final int BATCHES = 200;
    private static final int ROOM = 8;
    private static final int DELIVERIES = 2_000;

    /** Of a request and its answer: views of what was received, and the frames that hold them. */
    private static final long BYTES_PER_RELAY = 256;

    /** An eighth of what a delivery to eight allocates. Anything per recipient would be more than this. */
    private static final long BYTES_PER_DELIVERED_FRAME = 24;

    private static final FakeService LOBBY = new FakeService("lobby", "lobby-1").start();
    private static final FakeService GAME = new FakeService("game", "game-1").start();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        LOBBY.answering = TestPackets.rooms();
        gateway =
                new RunningGateway(
                                LOBBY.address(),
                                GAME.address(),
                                "mallard.gateway.client.event-loops=1",
                                "mallard.gateway.client.rate.packets=10000000",
                                "mallard.gateway.client.rate.packet-burst=10000000",
                                "mallard.gateway.client.rate.bytes=1GB",
                                "mallard.gateway.client.rate.byte-burst=1GB")
                        .awaitLinks();
    }

    @AfterAll
    static void stop() {
        gateway.close();
        LOBBY.close();
        GAME.close();
    }

    @Test
    void aRequestAndItsAnswerAllocateLittle() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            relay(client, BATCHES / 10);
            long before = allocatedByLoop();
            relay(client, BATCHES);
            long perRelay = (allocatedByLoop() - before) / (BATCH * BATCHES);
            assertThat(perRelay).isPositive().isLessThanOrEqualTo(BYTES_PER_RELAY);
        }
    }

    @Test
    void requestsThatComeTogetherGoOnTogether() throws Exception {
        try (TestClient client = gateway.loggedIn()) {
            LoopFlusher flusher = onLoop(() -> flusher());
            long flushes = flusher.flushes();
            long rounds = flusher.rounds();
            relay(client, BATCHES);
            flushes = flusher.flushes() - flushes;
            rounds = flusher.rounds() - rounds;
            // One connection to the lobby, one to the client, one to the idle game service.
            assertThat(flushes).isLessThanOrEqualTo(3 * rounds);
            assertThat(flushes).isLessThan(BATCH * BATCHES / 5);
        }
    }

    @Test
    void aFrameForAWholeRoomAllocatesNothingPerRecipient() throws Exception {
        List<TestClient> room = new ArrayList<>();
        try {
            for (int i = 0; i < ROOM; i++) {
                room.add(gateway.loggedIn());
            }
            int[] userIds = room.stream().mapToInt(TestClient::userId).toArray();
            fanOut(room, userIds, DELIVERIES / 10);
            long before = allocatedByLoop();
            fanOut(room, userIds, DELIVERIES);
            long perFrame = (allocatedByLoop() - before) / (ROOM * DELIVERIES);
            assertThat(perFrame).isLessThanOrEqualTo(BYTES_PER_DELIVERED_FRAME);
        } finally {
            for (TestClient client : room) {
                client.close();
            }
        }
    }

    private static void relay(TestClient client, int batches) throws IOException {
        String batch = ROOM_LIST_REQUEST.repeat(BATCH);
        for (int i = 0; i < batches; i++) {
            client.sendHex(batch);
            for (int j = 0; j < BATCH; j++) {
                client.read(GamePacket.PayloadCase.GET_ROOM_LIST_RESPONSE);
            }
        }
    }

    private static void fanOut(List<TestClient> room, int[] userIds, int deliveries)
            throws IOException {
        for (int i = 0; i < deliveries; i++) {
            LOBBY.deliver(TestPackets.notification(i), userIds);
            if (i % BATCH == BATCH - 1) {
                for (TestClient client : room) {
                    for (int j = 0; j < BATCH; j++) {
                        client.read();
                    }
                }
            }
        }
    }

    private static LoopFlusher flusher() {
        return gateway.bean(SessionRegistry.class).loop(0).all().getFirst().connection().flusher();
    }

    private static long allocatedByLoop() throws Exception {
        long loop = onLoop(() -> Thread.currentThread().threadId());
        return THREADS.getThreadAllocatedBytes(loop);
    }

    private static <T> T onLoop(Callable<T> action) throws Exception {
        return gateway.bean(EventLoops.class).loop(0).submit(action).get(10, TimeUnit.SECONDS);
    }
}
