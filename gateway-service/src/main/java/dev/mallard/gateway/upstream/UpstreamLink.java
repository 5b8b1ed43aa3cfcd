package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.LoopSessions;
import dev.mallard.protocol.client.ClientFrame;
import dev.mallard.protocol.link.LinkFrame;
import dev.mallard.protocol.link.TraceContext;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.transport.NettyConnection;

import io.netty.channel.EventLoop;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The link of one event loop to one instance. The object stays while connections come and go. Its methods
 * belong to its event loop, unless they say otherwise.
 */
public final class UpstreamLink {

    private final UpstreamInstance instance;
    private final LoopSessions sessions;
    private final EventLoop loop;
    private final int slot;
    private int requests;
    private boolean takesTraces;
    private volatile LinkState state = LinkState.CONNECTING;
    private volatile String trouble = "";
    private volatile @Nullable NettyConnection connection;

    /**
     * @param slot number of the link among those of its event loop, from 0
     */
    UpstreamLink(UpstreamInstance instance, LoopSessions sessions, EventLoop loop, int slot) {
        this.instance = instance;
        this.sessions = sessions;
        this.loop = loop;
        this.slot = slot;
    }

    /** The instance that the link leads to. Any thread. */
    public UpstreamInstance instance() {
        return instance;
    }

    /** The sessions that the link serves. Any thread. */
    public LoopSessions sessions() {
        return sessions;
    }

    /** Number of the link among those of its event loop, from 0. Any thread. */
    public int slot() {
        return slot;
    }

    /** How the link is doing. Any thread. */
    public LinkState state() {
        return state;
    }

    /** Why the link is not up, empty if nothing went wrong lately. Any thread. */
    public String trouble() {
        return trouble;
    }

    /** Whether packets flow. Any thread. */
    public boolean isUsable() {
        return state.isUsable();
    }

    /** Bytes that wait to be sent on the link. Any thread; exact on the event loop. */
    public long pendingBytes() {
        NettyConnection current = connection;
        return current == null ? 0 : current.pendingBytes();
    }

    /** Counts a request that will be answered; the count may overflow. */
    int countRequest() {
        return requests++;
    }

    /** Sends a client's packet. */
    public void request(ClientSession session, ClientFrame frame) {
        write(requestOf(session, frame));
    }

    /** Sends a client's packet that is traced; a service that does not trace is not told of that. */
    void request(ClientSession session, ClientFrame frame, TraceContext trace) {
        LinkFrame.Request request = requestOf(session, frame);
        write(takesTraces ? new LinkFrame.TracedRequest(trace, request) : request);
    }

    private static LinkFrame.Request requestOf(ClientSession session, ClientFrame frame) {
        return new LinkFrame.Request(
                frame.packetType(), session.userId(), session.number(), frame.payload());
    }

    /** Sends a control message; dropped while the link is not usable. Any thread. */
    public void control(LinkControl.Builder message) {
        write(new LinkFrame.Control(message.build()));
    }

    private void write(LinkFrame frame) {
        NettyConnection current = connection;
        if (current != null) {
            current.write(frame);
        }
    }

    /**
     * Runs a task on the link's event loop: at once if that is the caller's, never if the loop has ended.
     * Any thread.
     */
    public void execute(Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
            return;
        }
        try {
            loop.execute(task);
        } catch (RejectedExecutionException ended) {
            // The gateway stops, and the link is gone with its loop.
        }
    }

    /** Runs a task on the link's event loop later. Any thread. */
    public ScheduledFuture<?> schedule(Duration delay, Runnable task) {
        return loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    EventLoop eventLoop() {
        return loop;
    }

    /**
     * The handshake is through.
     *
     * @param takesTraces whether the instance traces the requests that the gateway has chosen
     */
    void up(NettyConnection opened, Load load, boolean takesTraces) {
        connection = opened;
        this.takesTraces = takesTraces;
        trouble = "";
        loaded(load);
    }

    /** The instance says how busy it is. */
    void loaded(Load load) {
        instance.load(load);
        state = usableState();
    }

    private LinkState usableState() {
        return instance.load().getAcceptingWork() && !instance.isWithdrawn()
                ? LinkState.UP
                : LinkState.DRAINING;
    }

    /** Whether the instance gets new work may have changed. */
    void reconsider() {
        if (state.isUsable()) {
            state = usableState();
        }
    }

    /** Packets do not flow, or no more. */
    void down(LinkState reason, String cause) {
        connection = null;
        state = reason;
        trouble = cause;
    }

    /** An attempt to connect begins; what went wrong before stays known until the link is up. */
    void connecting() {
        state = LinkState.CONNECTING;
    }

    /** Answers the requests that this link will not answer any more. */
    void abandonRequests() {
        for (ClientSession session : sessions.withUser()) {
            int open = session.openRequests().abandon(slot);
            for (int i = 0; i < open; i++) {
                session.reject(instance.group().unavailable());
            }
        }
    }

    @Override
    public String toString() {
        return instance + "/" + sessions.loop();
    }
}
