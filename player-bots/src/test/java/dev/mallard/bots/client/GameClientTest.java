package dev.mallard.bots.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CGetRoomListResponse;
import dev.mallard.protocol.message.S2CJoinRoomNotification;
import dev.mallard.protocol.message.S2CLeaveRoomResponse;
import dev.mallard.protocol.message.S2CPlayerDeathNotification;
import dev.mallard.protocol.message.S2CPlayerEatFoodResponse;
import dev.mallard.protocol.message.User;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

@Timeout(30)
class GameClientTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(50);

    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private FakeServer server;
    private GameClient client;

    @BeforeEach
    void connect() throws Exception {
        server = new FakeServer();
        client = GameClient.connect("localhost", server.port(), PATIENCE);
        server.accept();
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        server.close();
        callers.close();
    }

    @Test
    void anErrorIsThrownWithAllItsParts() throws Exception {
        Future<Object> answer = answering(() -> client.join(7));
        server.error("ROOM_FULL: The room is full.", true);
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> unwrap(answer))
                .satisfies(
                        error -> {
                            assertThat(error.identifier()).isEqualTo("ROOM_FULL");
                            assertThat(error.text()).isEqualTo("The room is full.");
                            assertThat(error.clientError()).isTrue();
                            assertThat(error.is(ErrorCode.ROOM_FULL)).isTrue();
                            assertThat(error.is(ErrorCode.ROOM_NOT_FOUND)).isFalse();
                        });
    }

    @Test
    void anErrorWithoutIdentifierKeepsItsText() throws Exception {
        Future<Object> answer = answering(client::leave);
        server.error("out of order", false);
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> unwrap(answer))
                .satisfies(
                        error -> {
                            assertThat(error.identifier()).isEmpty();
                            assertThat(error.text()).isEqualTo("out of order");
                            assertThat(error.clientError()).isFalse();
                        });
    }

    @Test
    void notificationsDuringARequestAreKept() throws Throwable {
        Future<Object> answer = answering(client::listRooms);
        server.write(joined("bbb"));
        server.write(
                packet(b -> b.setGetRoomListResponse(S2CGetRoomListResponse.getDefaultInstance())));
        assertThat(unwrap(answer)).isEqualTo(S2CGetRoomListResponse.getDefaultInstance());
        assertThat(client.awaitNotification(S2CJoinRoomNotification.class, PATIENCE).getUser())
                .isEqualTo(User.newBuilder().setName("bbb").build());
    }

    @Test
    void anAnswerThatIsNotOnesOwnIsANotification() throws Throwable {
        GamePacket eat = packet(b -> b.setPlayerEatFoodResponse(meal(2)));
        GamePacket own = packet(b -> b.setPlayerEatFoodResponse(meal(1)));
        Future<Object> answer =
                answering(
                        () ->
                                client.request(
                                        eat,
                                        S2CPlayerEatFoodResponse.class,
                                        meal -> meal.getPlayerId() == 1));
        server.write(eat);
        server.write(own);
        assertThat(unwrap(answer)).isEqualTo(own.getPlayerEatFoodResponse());
        assertThat(client.awaitNotification(S2CPlayerEatFoodResponse.class, PATIENCE))
                .isEqualTo(eat.getPlayerEatFoodResponse());
    }

    @Test
    void waitingTakesTheFirstThatFitsAndLeavesTheOthers() throws Exception {
        server.write(joined("a"));
        server.write(death(5));
        server.write(joined("b"));
        assertThat(
                        client.awaitNotification(
                                S2CJoinRoomNotification.class,
                                joined -> joined.getUser().getName().equals("b"),
                                PATIENCE))
                .isEqualTo(joined("b").getJoinRoomNotification());
        assertThat(client.awaitNotification(S2CJoinRoomNotification.class, PATIENCE))
                .isEqualTo(joined("a").getJoinRoomNotification());
        assertThat(client.awaitNotification(S2CPlayerDeathNotification.class, PATIENCE))
                .isEqualTo(death(5).getPlayerDeathNotification());
    }

    @Test
    void waitingEndsWhenItsTimeIsOver() {
        assertThatExceptionOfType(ResponseTimeoutException.class)
                .isThrownBy(() -> client.awaitNotification(S2CJoinRoomNotification.class, SOON));
    }

    @Test
    void aRequestEndsWhenItsTimeIsOver() throws Exception {
        try (FakeServer silent = new FakeServer();
                GameClient impatient = GameClient.connect("localhost", silent.port(), SOON)) {
            assertThatExceptionOfType(ResponseTimeoutException.class)
                    .isThrownBy(impatient::listRooms)
                    .withMessageContaining("S2CGetRoomListResponse");
        }
    }

    @Test
    void oneRequestWaitsForTheOther() throws Throwable {
        Future<Object> first = answering(client::listRooms);
        Future<Object> second = callers.submit(client::leave);
        assertThat(second).isNotDone();
        server.write(
                packet(b -> b.setGetRoomListResponse(S2CGetRoomListResponse.getDefaultInstance())));
        unwrap(first);
        assertThat(server.read().hasLeaveRoomRequest()).isTrue();
        server.write(
                packet(b -> b.setLeaveRoomResponse(S2CLeaveRoomResponse.getDefaultInstance())));
        assertThat(unwrap(second)).isEqualTo(S2CLeaveRoomResponse.getDefaultInstance());
    }

    @Test
    void listenersHearOfTheirTypeUntilTheyAreClosed() throws Exception {
        BlockingQueue<Integer> heard = new ArrayBlockingQueue<>(10);
        Subscription subscription =
                client.onNotification(
                        S2CPlayerDeathNotification.class, death -> heard.add(death.getPlayerId()));
        server.write(joined("a"));
        server.write(death(1));
        assertThat(heard.poll(10, TimeUnit.SECONDS)).isEqualTo(1);
        subscription.close();
        server.write(death(2));
        awaitDeathOf(2);
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerThatThrowsHarmsNobody() throws Exception {
        List<Integer> heard = new CopyOnWriteArrayList<>();
        client.onNotification(
                S2CPlayerDeathNotification.class,
                death -> {
                    throw new IllegalArgumentException("intended by the test");
                });
        client.onNotification(
                S2CPlayerDeathNotification.class, death -> heard.add(death.getPlayerId()));
        CountDownLatch last = new CountDownLatch(2);
        client.onNotification(S2CPlayerDeathNotification.class, death -> last.countDown());
        server.write(death(1));
        server.write(death(2));
        assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void aListenerMayNotWait() throws Exception {
        CompletableFuture<Object> outcome = new CompletableFuture<>();
        client.onNotification(
                S2CPlayerDeathNotification.class,
                death -> {
                    try {
                        outcome.complete(client.listRooms());
                    } catch (IllegalStateException | InterruptedException refused) {
                        outcome.completeExceptionally(refused);
                    }
                });
        server.write(death(1));
        assertThatIllegalStateException().isThrownBy(() -> unwrap(outcome));
    }

    @Test
    void theOldestNotificationMakesRoom() throws Exception {
        ClientOptions small =
                new ClientOptions(
                        PATIENCE,
                        PATIENCE,
                        ClientOptions.withTimeout(PATIENCE).version(),
                        2,
                        10,
                        1000);
        try (FakeServer other = new FakeServer();
                GameClient forgetful = GameClient.connect("localhost", other.port(), small)) {
            other.accept();
            CountDownLatch seen = new CountDownLatch(3);
            forgetful.onNotification(S2CPlayerDeathNotification.class, death -> seen.countDown());
            for (int player = 1; player <= 3; player++) {
                other.write(death(player));
            }
            assertThat(seen.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(forgetful.droppedNotifications()).isEqualTo(1);
            assertThat(
                            forgetful
                                    .awaitNotification(S2CPlayerDeathNotification.class, PATIENCE)
                                    .getPlayerId())
                    .isEqualTo(2);
        }
    }

    @Test
    void getOutIsTold() throws Exception {
        server.getOut();
        server.hangUp();
        assertThat(ending()).isEqualTo(ConnectionEnd.GET_OUT);
    }

    @Test
    void aPlainCloseIsTold() throws Exception {
        server.hangUp();
        assertThat(ending()).isEqualTo(ConnectionEnd.CLOSED_BY_SERVER);
    }

    @Test
    void aResetIsABrokenConnection() throws Exception {
        server.reset();
        assertThat(ending()).isEqualTo(ConnectionEnd.BROKEN);
    }

    @Test
    void bytesThatAreNoFrameBreakTheConnection() throws Exception {
        server.write(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(ending()).isEqualTo(ConnectionEnd.BROKEN);
    }

    @Test
    void ownClosingIsToldAndSendsWhatIsLeft() throws Exception {
        client.send(death(3));
        client.close();
        assertThat(ending()).isEqualTo(ConnectionEnd.CLOSED_BY_CLIENT);
        assertThat(server.read()).isEqualTo(death(3));
        client.close();
    }

    @Test
    void theEndOfTheConnectionEndsARequest() throws Exception {
        Future<Object> answer = answering(client::listRooms);
        server.getOut();
        server.hangUp();
        assertThatExceptionOfType(ConnectionEndedException.class)
                .isThrownBy(() -> unwrap(answer))
                .satisfies(ended -> assertThat(ended.end()).isEqualTo(ConnectionEnd.GET_OUT));
    }

    @Test
    void whatCameBeforeTheEndCanStillBeTaken() throws Exception {
        server.write(death(4));
        server.hangUp();
        ending();
        awaitDeathOf(4);
        assertThatExceptionOfType(ConnectionEndedException.class)
                .isThrownBy(() -> client.awaitNotification(S2CPlayerDeathNotification.class, SOON));
        assertThatExceptionOfType(ConnectionEndedException.class)
                .isThrownBy(() -> client.send(death(1)));
    }

    @Test
    void nobodyListening() throws Exception {
        int port = server.port();
        server.close();
        assertThatExceptionOfType(ConnectFailedException.class)
                .isThrownBy(() -> GameClient.connect("localhost", port, PATIENCE))
                .withMessageStartingWith("cannot connect to localhost:" + port);
    }

    @Test
    void aServerThatTakesNothingIsNoticed() {
        GamePacket large =
                packet(
                        b ->
                                b.getPlayerChattingRequestBuilder()
                                        .setMessage("quack".repeat(100_000)));
        assertThatExceptionOfType(SendQueueFullException.class)
                .isThrownBy(
                        () -> {
                            for (int i = 0; i < 5_000; i++) {
                                client.send(large);
                            }
                        });
    }

    private ConnectionEnd ending() throws Exception {
        return client.closed().get(10, TimeUnit.SECONDS);
    }

    private void awaitDeathOf(int playerId) throws InterruptedException {
        client.awaitNotification(
                S2CPlayerDeathNotification.class,
                death -> death.getPlayerId() == playerId,
                PATIENCE);
    }

    /** Calls, and returns when the server has the request. */
    private Future<Object> answering(Callable<Object> call) throws Exception {
        Future<Object> answer = callers.submit(call);
        server.read();
        return answer;
    }

    private static Object unwrap(Future<Object> answer) throws Throwable {
        try {
            return answer.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause();
        }
    }

    private static GamePacket packet(Consumer<GamePacket.Builder> content) {
        GamePacket.Builder builder = GamePacket.newBuilder();
        content.accept(builder);
        return builder.build();
    }

    private static GamePacket joined(String name) {
        return packet(
                b -> b.getJoinRoomNotificationBuilder().setUser(User.newBuilder().setName(name)));
    }

    private static GamePacket death(int playerId) {
        return packet(b -> b.getPlayerDeathNotificationBuilder().setPlayerId(playerId));
    }

    private static S2CPlayerEatFoodResponse meal(int playerId) {
        return S2CPlayerEatFoodResponse.newBuilder().setPlayerId(playerId).build();
    }
}
