package dev.mallard.bots.client;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;

import dev.mallard.protocol.message.C2SCreateRoomRequest;
import dev.mallard.protocol.message.C2SGamePrepareRequest;
import dev.mallard.protocol.message.C2SGameStartRequest;
import dev.mallard.protocol.message.C2SGetRoomListRequest;
import dev.mallard.protocol.message.C2SJoinRoomRequest;
import dev.mallard.protocol.message.C2SLeaveRoomRequest;
import dev.mallard.protocol.message.C2SLoginRequest;
import dev.mallard.protocol.message.C2SRegisterRequest;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.protocol.message.S2CCreateRoomResponse;
import dev.mallard.protocol.message.S2CGamePrepareResponse;
import dev.mallard.protocol.message.S2CGameStartNotification;
import dev.mallard.protocol.message.S2CGetRoomListResponse;
import dev.mallard.protocol.message.S2CJoinRoomResponse;
import dev.mallard.protocol.message.S2CLeaveRoomResponse;
import dev.mallard.protocol.message.S2CLoginResponse;
import dev.mallard.protocol.message.S2CRegisterResponse;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A player's connection to the gateway.
 *
 * <p>Requests block until their answer is there. The protocol has no request ids: an answer belongs to
 * the request whose type it fits, and an error to whatever was asked last. So a client has one request
 * under way at a time, and a second caller waits for the first. Whatever is not the answer to a request
 * is a notification: listeners hear of it at once, and it is kept for {@link #awaitNotification}.
 *
 * <p>All methods may be called from any thread, but requests and waits not from a listener, because it
 * runs on the thread that would bring the answer.
 */
public final class GameClient implements AutoCloseable {

    private static final OneofDescriptor PAYLOAD =
            GamePacket.getDescriptor().getOneofs().getFirst();

    private final ClientOptions options;
    private final PacketConnection connection;
    private final NotificationQueue notifications;
    private final Listeners listeners = new Listeners();
    private final ReentrantLock requests = new ReentrantLock(true);
    private final CompletableFuture<ConnectionEnd> closed = new CompletableFuture<>();
    private volatile @Nullable PendingAnswer<?> pending;

    private GameClient(String host, int port, ClientOptions options) {
        this.options = options;
        this.notifications = new NotificationQueue(options.notificationCapacity());
        this.connection = PacketConnection.open(host, port, options, this::received);
    }

    /**
     * Connects with the default options.
     *
     * @param timeout time to connect, and to wait for the answer to each request
     * @throws ConnectFailedException if no connection comes about in time
     */
    public static GameClient connect(String host, int port, Duration timeout) {
        return connect(host, port, ClientOptions.withTimeout(timeout));
    }

    /**
     * Connects.
     *
     * @throws ConnectFailedException if no connection comes about in time
     */
    public static GameClient connect(String host, int port, ClientOptions options) {
        GameClient client = new GameClient(host, port, options);
        client.connection.ended().thenAccept(client::ended);
        client.connection.start();
        return client;
    }

    /** Creates an account; it is not logged in by that. Errors as for {@link #request}. */
    public S2CRegisterResponse register(String email, String password, String nickname)
            throws InterruptedException {
        C2SRegisterRequest body =
                C2SRegisterRequest.newBuilder()
                        .setEmail(email)
                        .setPassword(password)
                        .setNickname(nickname)
                        .build();
        return request(
                GamePacket.newBuilder().setRegisterRequest(body).build(),
                S2CRegisterResponse.class);
    }

    /** Logs in; another connection of the same account is closed by that. */
    public S2CLoginResponse login(String email, String password) throws InterruptedException {
        C2SLoginRequest body =
                C2SLoginRequest.newBuilder().setEmail(email).setPassword(password).build();
        return request(
                GamePacket.newBuilder().setLoginRequest(body).build(), S2CLoginResponse.class);
    }

    /** All rooms in the order of their creation, whatever their state. */
    public S2CGetRoomListResponse listRooms() throws InterruptedException {
        return request(
                GamePacket.newBuilder()
                        .setGetRoomListRequest(C2SGetRoomListRequest.getDefaultInstance())
                        .build(),
                S2CGetRoomListResponse.class);
    }

    /**
     * Creates a room and enters it as its owner.
     *
     * @param capacity largest number of members
     */
    public S2CCreateRoomResponse createRoom(String name, int capacity) throws InterruptedException {
        C2SCreateRoomRequest body =
                C2SCreateRoomRequest.newBuilder().setRoomName(name).setMaxUserNum(capacity).build();
        return request(
                GamePacket.newBuilder().setCreateRoomRequest(body).build(),
                S2CCreateRoomResponse.class);
    }

    public S2CJoinRoomResponse join(int roomId) throws InterruptedException {
        C2SJoinRoomRequest body = C2SJoinRoomRequest.newBuilder().setRoomId(roomId).build();
        return request(
                GamePacket.newBuilder().setJoinRoomRequest(body).build(),
                S2CJoinRoomResponse.class);
    }

    /** Leaves the room; the owner dissolves it by that. */
    public S2CLeaveRoomResponse leave() throws InterruptedException {
        return request(
                GamePacket.newBuilder()
                        .setLeaveRoomRequest(C2SLeaveRoomRequest.getDefaultInstance())
                        .build(),
                S2CLeaveRoomResponse.class);
    }

    /** Has the game of the own room created: what stands and lives in it, still without places. */
    public S2CGamePrepareResponse prepare() throws InterruptedException {
        return request(
                GamePacket.newBuilder()
                        .setGamePrepareRequest(C2SGamePrepareRequest.getDefaultInstance())
                        .build(),
                S2CGamePrepareResponse.class);
    }

    /** Starts the prepared game with the places that the host has chosen. */
    public S2CGameStartNotification start(C2SGameStartRequest places) throws InterruptedException {
        return request(
                GamePacket.newBuilder().setGameStartRequest(places).build(),
                S2CGameStartNotification.class);
    }

    /** Sends a request and waits for the first message of the type of its answer. */
    public <T extends Message> T request(GamePacket request, Class<T> answerType)
            throws InterruptedException {
        return request(request, answerType, answer -> true);
    }

    /**
     * Sends a request and waits for its answer. After a time-out the answer may still come, as a
     * notification or as the answer to a later request of the same kind.
     *
     * @param condition what the answer has to fulfil, for answers that everybody in a game gets; runs
     *     on the reader's thread
     * @throws ServerErrorException if the server answers with an error
     * @throws ResponseTimeoutException if no answer comes within {@link
     *     ClientOptions#responseTimeout()}
     * @throws ConnectionEndedException if the connection ends first
     * @throws SendQueueFullException if the server has not taken earlier packets
     */
    public <T extends Message> T request(
            GamePacket request, Class<T> answerType, Predicate<? super T> condition)
            throws InterruptedException {
        refuseListener();
        Duration timeout = options.responseTimeout();
        if (!requests.tryLock(timeout.toNanos(), TimeUnit.NANOSECONDS)) {
            throw new ResponseTimeoutException("turn to send a request", timeout);
        }
        try {
            PendingAnswer<T> answer = new PendingAnswer<>(answerType, condition);
            pending = answer;
            connection.send(request);
            return answer.await(timeout);
        } finally {
            pending = null;
            requests.unlock();
        }
    }

    /**
     * Sends a packet that has no answer; an error, if any, comes as a notification.
     *
     * @throws ConnectionEndedException if the connection is over
     * @throws SendQueueFullException if the server has not taken earlier packets
     */
    public void send(GamePacket packet) {
        connection.send(packet);
    }

    /** Takes the oldest kept notification of a type, or waits for one. */
    public <T extends Message> T awaitNotification(Class<T> type, Duration timeout)
            throws InterruptedException {
        return awaitNotification(type, message -> true, timeout);
    }

    /**
     * Takes the oldest kept notification that fits, or waits for one; the others stay.
     *
     * @throws ResponseTimeoutException if none comes in time
     * @throws ConnectionEndedException if the connection ended before one came
     */
    public <T extends Message> T awaitNotification(
            Class<T> type, Predicate<? super T> condition, Duration timeout)
            throws InterruptedException {
        refuseListener();
        return notifications.take(type, condition, timeout);
    }

    /**
     * Has a listener told of every notification of a type from now on.
     *
     * @param type a message, or {@link Message} for all of them
     * @param listener runs on the reader's thread and must not block; what it throws is logged
     */
    public <T extends Message> Subscription onNotification(
            Class<T> type, Consumer<? super T> listener) {
        return listeners.add(type, listener);
    }

    /** Number of notifications that nobody asked for before newer ones needed their place. */
    public long droppedNotifications() {
        return notifications.dropped();
    }

    /** Tells how the connection ended, once it has; cancelling it has no effect on the connection. */
    public CompletableFuture<ConnectionEnd> closed() {
        return closed.copy();
    }

    /** Sends what was to be sent, for at most a second, and closes the connection. */
    @Override
    public void close() {
        connection.close();
    }

    private void refuseListener() {
        if (connection.onReaderThread()) {
            throw new IllegalStateException("a listener must not wait for the server");
        }
    }

    private void received(GamePacket packet) {
        FieldDescriptor member = packet.getOneofFieldDescriptor(PAYLOAD);
        if (member == null) {
            return;
        }
        Message message = (Message) packet.getField(member);
        PendingAnswer<?> waiting = pending;
        if (waiting != null && waiting.offer(message)) {
            return;
        }
        notifications.add(message);
        listeners.tell(message);
    }

    private void ended(ConnectionEnd end) {
        PendingAnswer<?> waiting = pending;
        if (waiting != null) {
            waiting.connectionEnded(end);
        }
        notifications.connectionEnded(end);
        closed.complete(end);
    }
}
