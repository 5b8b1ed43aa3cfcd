package dev.mallard.game.takeover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mallard.game.snapshot.Snapshot;

import io.lettuce.core.RedisClient;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import redis.embedded.RedisServer;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** On what conditions a real Redis gives games away. */
@Timeout(60)
class RedisGameStoreIntegrationTest {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final byte[] ROOM = "room".getBytes(StandardCharsets.UTF_8);

    private static int port;
    private static RedisServer redis;

    private GameStore first;
    private GameStore second;

    @BeforeAll
    static void startRedis() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        redis =
                RedisServer.newRedisServer()
                        .port(port)
                        .setting("bind 127.0.0.1")
                        .setting("save \"\"")
                        .build();
        redis.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.stop();
    }

    @BeforeEach
    void open() {
        first = open("game-a");
        second = open("game-b");
    }

    @AfterEach
    void close() {
        first.close();
        second.close();
        RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
        client.connect().sync().flushall();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }

    private static GameStore open(String instance) {
        return open(instance, LEASE, Duration.ofSeconds(20));
    }

    private static GameStore open(String instance, Duration lease, Duration commandTimeout) {
        TakeoverProperties properties =
                new TakeoverProperties(
                        "redis://127.0.0.1:" + port,
                        "test:",
                        lease,
                        Duration.ofMillis(100),
                        Duration.ofMillis(800),
                        Duration.ofMillis(250),
                        64,
                        4000,
                        commandTimeout,
                        Duration.ofSeconds(2),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(5));
        GameStore store =
                new RedisGameStore(
                        new RedisConnections(properties),
                        new Incarnation(instance, "1"),
                        properties);
        store.renewLease(10);
        return store;
    }

    /** The store does not look into what it is given; the last four bytes are taken for a checksum. */
    private static Snapshot.Whole whole(String snapshot) {
        return new Snapshot.Whole("%5s".formatted(snapshot).getBytes(StandardCharsets.UTF_8));
    }

    private static StoredGame game(int id, long fence, String snapshot) {
        return new StoredGame(new Holding(id, fence), ROOM, whole(snapshot));
    }

    private static StoredGame delta(int id, long fence, Snapshot base, String delta) {
        return new StoredGame(
                new Holding(id, fence),
                ROOM,
                new Snapshot.Delta(base.base(), delta.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Set<Integer> write(GameStore store, StoredGame... games) throws Exception {
        WriteAnswer answer = answer(store, games);
        assertThat(answer.incomplete()).isEmpty();
        return answer.lost();
    }

    private static WriteAnswer answer(GameStore store, StoredGame... games) throws Exception {
        return store.write(List.of(games)).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void aLeaseThatIsHeldIsToldFromANewOne() {
        assertThat(first.renewLease(10)).isTrue();
        first.giveUpLease();
        assertThat(first.renewLease(10)).isFalse();
    }

    @Test
    void gamesOfALivingServiceAreNotTaken() throws Exception {
        assertThat(write(first, game(7, 5, "a"))).isEmpty();
        assertThat(second.claim(10)).isEmpty();
    }

    @Test
    void gamesOfADeadServiceAreTakenOnceWithTheNextFence() throws Exception {
        write(first, game(7, 1_800_000_000_000L, "a"), game(8, 5, "b"));
        write(first, game(7, 1_800_000_000_000L, "newer"));
        first.giveUpLease();

        List<ClaimedGame> claimed = second.claim(10);
        assertThat(claimed)
                .extracting(game -> game.holding())
                .containsExactlyInAnyOrder(new Holding(7, 1_800_000_000_001L), new Holding(8, 6));
        assertThat(claimed).extracting(ClaimedGame::formerInstance).containsOnly("game-a");
        assertThat(claimed)
                .extracting(game -> text(game.whole()))
                .containsExactlyInAnyOrder("newer", "    b");
        assertThat(claimed).allSatisfy(game -> assertThat(game.delta()).isEmpty());
        assertThat(claimed).allSatisfy(game -> assertThat(game.room()).isEqualTo(ROOM));
        assertThat(second.claim(10)).isEmpty();
    }

    @Test
    void aDeltaGoesWithTheWholeSnapshotBeforeIt() throws Exception {
        write(first, game(7, 5, "a"), game(8, 5, "b"));
        write(first, delta(7, 5, whole("a"), "1"), delta(8, 5, whole("b"), "1"));
        write(first, delta(7, 5, whole("a"), "2"), game(8, 5, "c"));
        first.giveUpLease();
        assertThat(second.claim(10))
                .extracting(game -> text(game.whole()) + text(game.delta()))
                .containsExactlyInAnyOrder("    a2", "    c");
    }

    @Test
    void aDeltaOfWhatTheStoreDoesNotHaveIsNotTaken() throws Exception {
        WriteAnswer unknown = answer(first, delta(7, 5, whole("a"), "1"), game(8, 5, "b"));
        assertThat(unknown).isEqualTo(new WriteAnswer(Set.of(), Set.of(7)));
        assertThat(answer(first, delta(8, 5, whole("a"), "1")).incomplete()).containsExactly(8);
        first.giveUpLease();
        assertThat(second.claim(10))
                .singleElement()
                .satisfies(
                        game -> {
                            assertThat(text(game.whole())).isEqualTo("    b");
                            assertThat(game.delta()).isEmpty();
                        });
    }

    @Test
    void whoHasLostAGameCannotAddADeltaEither() throws Exception {
        write(first, game(7, 5, "a"));
        first.giveUpLease();
        second.claim(10);
        first.renewLease(10);
        assertThat(answer(first, delta(7, 5, whole("a"), "1")))
                .isEqualTo(new WriteAnswer(Set.of(7), Set.of()));
        assertThat(answer(second, delta(7, 6, whole("a"), "1")))
                .isEqualTo(new WriteAnswer(Set.of(), Set.of()));
        assertThat(answer(second, delta(7, 7, whole("a"), "1")).incomplete()).containsExactly(7);
    }

    @Test
    void whoHasNoLeaseTakesNothing() throws Exception {
        write(first, game(7, 5, "a"));
        first.giveUpLease();
        second.giveUpLease();
        assertThat(second.claim(10)).isEmpty();
    }

    /** All leases have lapsed while it stood still, and a renewal and a claim from before wait in its queue. */
    @Test
    void aStoreThatStoodStillGivesNothingToWhoDoesNotWaitAnyMore() throws Exception {
        Duration lease = Duration.ofMillis(500);
        Duration patience = Duration.ofMillis(200);
        try (GameStore owner = open("game-c", lease, patience);
                GameStore other = open("game-d", lease, patience)) {
            write(owner, game(7, 5, "a"));
            RedisClient client = RedisClient.create("redis://127.0.0.1:" + port);
            client.connect().sync().clientPause(1500);
            assertThatThrownBy(() -> other.renewLease(10)).isInstanceOf(StoreException.class);
            assertThatThrownBy(() -> other.claim(10)).isInstanceOf(StoreException.class);
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));

            await().ignoreExceptions().until(() -> other.renewLease(10));
            assertThat(owner.lost(List.of(new Holding(7, 5)), false)).isEmpty();
            assertThat(write(owner, game(7, 5, "b"))).isEmpty();
        }
    }

    @Test
    void noMoreIsTakenThanWanted() throws Exception {
        write(first, game(7, 5, "a"), game(8, 5, "b"), game(9, 5, "c"));
        first.giveUpLease();
        assertThat(second.claim(2)).hasSize(2);
        assertThat(second.claim(2)).hasSize(1);
    }

    @Test
    void whoHasLostAGameCanNeitherWriteNorEndIt() throws Exception {
        write(first, game(7, 5, "a"));
        first.giveUpLease();
        second.claim(10);
        first.renewLease(10);
        assertThat(write(first, game(7, 5, "from the past"))).containsExactly(7);
        assertThat(first.lost(List.of(new Holding(7, 5)), true)).containsExactly(7);
        first.end(List.of(new Holding(7, 5))).toCompletableFuture().get(20, TimeUnit.SECONDS);

        second.giveUpLease();
        assertThat(first.claim(10))
                .singleElement()
                .satisfies(
                        game -> {
                            assertThat(game.holding()).isEqualTo(new Holding(7, 7));
                            assertThat(text(game.whole())).isEqualTo("    a");
                        });
    }

    @Test
    void aNewGameOfTheSameRoomTakesThePlaceOfTheOldOne() throws Exception {
        write(first, game(7, 5, "old"));
        assertThat(write(second, game(7, 9, "new"))).isEmpty();
        assertThat(write(first, game(7, 5, "older"))).containsExactly(7);
        first.giveUpLease();
        assertThat(second.claim(10)).isEmpty();
    }

    @Test
    void aGameThatTheStoreHasForgottenIsOursIfWeSaySo() {
        assertThat(first.lost(List.of(new Holding(7, 5)), true)).isEmpty();
        assertThat(first.lost(List.of(new Holding(7, 5)), false)).containsExactly(7);
    }

    @Test
    void aGameThatHasEndedBelongsToNobody() throws Exception {
        write(first, game(7, 5, "a"));
        first.end(List.of(new Holding(7, 5))).toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(write(first, game(7, 5, "late"))).containsExactly(7);
        assertThat(first.lost(List.of(new Holding(7, 5)), true)).containsExactly(7);
        first.giveUpLease();
        assertThat(second.claim(10)).isEmpty();
    }

    @Test
    void aReleasedGameIsForWhoeverComesFirst() throws Exception {
        Holding holding = new Holding(7, 5);
        write(first, game(7, 5, "a"));
        assertThat(first.release(List.of(holding))).isEmpty();
        assertThat(first.taken(List.of(holding))).isEmpty();
        assertThat(second.claim(10)).hasSize(1);
        assertThat(first.taken(List.of(holding))).containsExactly(7);
        assertThat(first.takeBack(List.of(holding))).containsExactly(7);
    }

    @Test
    void aReleasedGameThatNobodyTookCanBeTakenBack() throws Exception {
        Holding holding = new Holding(7, 5);
        write(first, game(7, 5, "a"));
        first.release(List.of(holding));
        assertThat(first.takeBack(List.of(holding))).isEmpty();
        assertThat(second.claim(10)).isEmpty();
        assertThat(write(first, game(7, 5, "b"))).isEmpty();
    }

    @Test
    void aGameThatIsSetAsideIsTakenByNobody() throws Exception {
        write(first, game(7, 5, "a"));
        first.setAside(new Holding(7, 5));
        first.giveUpLease();
        assertThat(second.claim(10)).isEmpty();
    }

    @Test
    void knowsHowMuchRoomThereIsElsewhere() {
        second.renewLease(3);
        assertThat(first.roomElsewhere()).isEqualTo(3);
        second.giveUpLease();
        assertThat(first.roomElsewhere()).isZero();
    }

    @Test
    void aStoreThatIsAwayIsAnErrorAtOnceAndComesBackByItself() throws Exception {
        redis.stop();
        try {
            await().untilAsserted(
                            () ->
                                    assertThatThrownBy(() -> first.renewLease(10))
                                            .isInstanceOf(StoreException.class));
        } finally {
            redis.start();
        }
        await().ignoreExceptions().until(() -> !first.renewLease(10));
        assertThat(write(first, game(7, 5, "a"))).isEmpty();
    }
}
