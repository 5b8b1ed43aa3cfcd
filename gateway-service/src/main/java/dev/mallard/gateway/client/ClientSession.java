package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.client.ClientFrameDecoder;
import dev.mallard.protocol.message.GamePacket;
import dev.mallard.transport.NettyConnection;

import io.netty.buffer.ByteBuf;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * One client connection, from its opening to its end. It belongs to an event loop; its methods are called
 * there unless they say otherwise.
 */
public final class ClientSession {

    /** Time in which the packets that tell of a game's end follow the end itself. */
    private static final long END_OF_GAME_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final long id;
    private final NettyConnection connection;
    private final LoopSessions loopSessions;
    private final SessionContext context;
    private final OutboundQueue outbound;
    private final ProtocolErrors protocolErrors;
    private final InboundRate inboundRate;
    private final OpenRequests openRequests = new OpenRequests();
    private final Holds holds = new Holds();
    private final long openedNanos;

    private SessionState state = new Anonymous();
    private boolean receiving;
    private int userId;
    private String nickname = "";
    private long number;
    private long packetsReceived;
    private long packetsDelivered;
    private long leftGameNanos;

    ClientSession(
            long id,
            NettyConnection connection,
            LoopSessions loopSessions,
            SessionContext context,
            long nowNanos) {
        this.id = id;
        this.connection = connection;
        this.loopSessions = loopSessions;
        this.context = context;
        this.outbound =
                new OutboundQueue(
                        connection,
                        loopSessions.loop(),
                        context.properties(),
                        context.traffic(),
                        context.counters());
        this.protocolErrors =
                new ProtocolErrors(
                        context.properties().protocolErrors(),
                        context.properties().protocolErrorWindow().toNanos());
        this.inboundRate = new InboundRate(context.properties().rate(), nowNanos);
        this.openedNanos = nowNanos;
        this.leftGameNanos = nowNanos - END_OF_GAME_NANOS;
    }

    /** Number of the connection within this process, for logs. Any thread. */
    public long id() {
        return id;
    }

    /** Address of the client, in numbers. Any thread. */
    public String remoteAddress() {
        return connection.getHostAddress();
    }

    /** False once the end has begun. Any thread. */
    public boolean isOpen() {
        return connection.isOpen();
    }

    /** The account of the user, or 0 before the login. */
    public int userId() {
        return userId;
    }

    /** The display name of the user, empty before the login. */
    public String nickname() {
        return nickname;
    }

    /** The session number, which grows with every login of the account; 0 before the login. */
    public long number() {
        return number;
    }

    /** The sessions of the same event loop. Any thread. */
    public LoopSessions loopSessions() {
        return loopSessions;
    }

    public SessionState state() {
        return state;
    }

    /** The requests that services still have to answer. */
    public OpenRequests openRequests() {
        return openRequests;
    }

    // ---- sending

    /** Sends a packet of the gateway's own; dropped once the end has begun. Any thread. */
    public void send(GamePacket packet) {
        if (isOpen() && !outbound.send(packet)) {
            close(DisconnectReason.SLOW_CONSUMER);
        }
    }

    /** Tells the client why its packet is not served. Any thread. */
    public void reject(ErrorCode code) {
        context.counters().refused(code);
        send(Packets.error(code, context.clock().millis()));
    }

    /** Like {@link #reject}, for a packet that no proper client sends: too many of them end the session. */
    public void rejectAsProtocolError(ErrorCode code) {
        if (forgivesProtocolError()) {
            reject(code);
        }
    }

    /** Counts a packet that no proper client sends; false if it is one too many, and the session ends. */
    public boolean forgivesProtocolError() {
        if (protocolErrors.isOneTooMany(System.nanoTime())) {
            close(DisconnectReason.TOO_MANY_PROTOCOL_ERRORS);
            return false;
        }
        return true;
    }

    /**
     * Sends a service's packet, as long as somebody is logged in.
     *
     * @param frame the whole client frame; not kept
     * @param payload the payload alone; not kept
     */
    public void deliver(int packetType, ByteBuf frame, ByteBuf payload) {
        if (!receiving) {
            return;
        }
        packetsDelivered++;
        if (!outbound.send(packetType, frame, payload)) {
            close(DisconnectReason.SLOW_CONSUMER);
        }
    }

    // ---- state

    /** Says whose session this is. */
    public void identify(int user, String name, long sessionNumber) {
        userId = user;
        nickname = name;
        number = sessionNumber;
    }

    /** Whether the session has a seat at another game service than this. Allocates nothing. */
    public boolean playsElsewhere(String instance) {
        if (state instanceof InGame playing) {
            return !playing.seat().instance().equals(instance);
        }
        return state instanceof SeatOffered offered && !offered.seat().instance().equals(instance);
    }

    /** Moves to another state; a session whose end has begun stays where it is. */
    public void become(SessionState next) {
        SessionState last = state;
        if (last instanceof Closing) {
            return;
        }
        state = next;
        if (last instanceof InGame) {
            leftGameNanos = System.nanoTime();
        }
        boolean loggedIn = next.isLoggedIn();
        if (loggedIn && !receiving) {
            ((ClientFrameDecoder) connection.decoder())
                    .payloadLimit((int) context.properties().payloadAfterLogin().toBytes());
        }
        receiving = loggedIn;
        if (!(next instanceof InGame)) {
            outbound.forgetHeld();
        }
        context.counters().moved(last.phase(), next.phase());
    }

    /** Ends the session, once. Any thread. */
    public void close(DisconnectReason reason) {
        context.closer().close(this, reason);
    }

    /**
     * Counts a packet of the client. One that comes too fast ends the session.
     *
     * @param frameBytes bytes of the whole frame
     * @return whether the packet may be served
     */
    boolean admits(int frameBytes, long nowNanos) {
        packetsReceived++;
        if (inboundRate.admits(frameBytes, nowNanos)) {
            return true;
        }
        close(DisconnectReason.RATE_LIMITED);
        return false;
    }

    /** Lets the session's packets wait. */
    void hold(Hold reason) {
        if (holds.add(reason)) {
            inboundRate.paused(System.nanoTime());
            connection.setReading(false);
        }
    }

    /** Lets the session's packets go on, unless they have to wait for another reason. */
    void release(Hold reason) {
        if (holds.remove(reason)) {
            inboundRate.resumed(System.nanoTime());
            connection.setReading(true);
        }
    }

    // ---- time

    /**
     * Runs a task on the session's event loop: at once if that is the caller's, never if the loop has
     * ended. Any thread.
     */
    public void execute(Runnable task) {
        if (connection.loop().inEventLoop()) {
            task.run();
            return;
        }
        try {
            connection.loop().execute(task);
        } catch (RejectedExecutionException ended) {
            // The gateway stops, and the connection is gone with its loop.
        }
    }

    /** Runs a task on the session's event loop later. Any thread. */
    public ScheduledFuture<?> schedule(Duration delay, Runnable task) {
        return connection.loop().schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The reason to end this session now because of time that has passed, or null. */
    @Nullable DisconnectReason overdue(long nowNanos) {
        if (state instanceof Closing) {
            return null;
        }
        long partialSince = connection.partialFrameSinceNanos();
        if (partialSince != 0
                && nowNanos - partialSince >= context.properties().frameTimeout().toNanos()) {
            return DisconnectReason.FRAME_TIMEOUT;
        }
        if (state instanceof Anonymous
                && nowNanos - openedNanos >= context.properties().loginTimeout().toNanos()) {
            return DisconnectReason.LOGIN_TIMEOUT;
        }
        return outbound.isTooSlow(nowNanos) ? DisconnectReason.SLOW_CONSUMER : null;
    }

    /**
     * Whether nothing is lost if the session ends now: no packet of the client is being served, and what
     * follows the end of a game is through.
     */
    boolean isSettled(long nowNanos) {
        return !holds.contains(Hold.SERVING)
                && openRequests.isEmpty()
                && nowNanos - leftGameNanos >= END_OF_GAME_NANOS;
    }

    /** What an operator may know of this session. */
    SessionSnapshot snapshot(long nowNanos) {
        return new SessionSnapshot(
                id,
                userId,
                number,
                state.phase(),
                remoteAddress(),
                context.clock().instant().minusNanos(nowNanos - openedNanos),
                packetsReceived,
                packetsDelivered,
                connection.pendingBytes());
    }

    NettyConnection connection() {
        return connection;
    }

    @Override
    public String toString() {
        return userId == 0 ? "session " + id : "session " + id + " of user " + userId;
    }
}
