package dev.mallard.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.AttributeKey;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageDeliveryException;

import java.net.InetSocketAddress;
import java.time.Duration;

import javax.net.ssl.SSLSession;

/**
 * A TCP connection on an event loop. It belongs to that loop: its listener is called there, and
 * methods are called there unless they say otherwise. Nothing here blocks.
 *
 * <p>What is written is collected and flushed once per iteration of the loop. An idle connection
 * holds no buffer in either direction.
 */
public final class NettyConnection extends NamedConnection {

    /**
     * The real address of the peer, where it is not that of the socket: set on the channel by a
     * handler that knows it, before the connection opens.
     */
    public static final AttributeKey<InetSocketAddress> REMOTE_ADDRESS =
            AttributeKey.valueOf(NettyConnection.class, "REMOTE_ADDRESS");

    private final ChannelHandlerContext context;
    private final InboundFrames inbound;
    private final OutboundFrames outbound;
    private final LoopFlusher flusher;
    private final ListenerCalls listener = new ListenerCalls(this);
    private final LoopCalls calls;
    private final ReadingSwitch reading;
    private final ConnectionCloser closer;
    private final CloseListener closeListener;

    private volatile boolean closeRequested;
    private volatile @Nullable Object attachment;
    private boolean opened;
    private boolean over;

    NettyConnection(
            ChannelHandlerContext context,
            ConnectionOrigin origin,
            FrameCodec codec,
            int heldWhilePaused,
            ApplicationEventPublisher events,
            CloseListener closeListener) {
        super(origin, events);
        this.context = context;
        this.closeListener = closeListener;
        this.flusher = LoopFlusher.of(context.channel().eventLoop());
        this.inbound =
                new InboundFrames(codec.newDecoder(), listener, context.alloc(), heldWhilePaused);
        this.outbound = new OutboundFrames(context, codec.encoder(), flusher, this);
        this.calls = new LoopCalls(context, origin.id());
        this.reading = new ReadingSwitch(context, inbound, calls);
        this.closer = new ConnectionCloser(context, inbound, outbound);
    }

    // ---- sending

    /**
     * Sends one frame. The bytes leave with the flush at the end of the loop's iteration. Any
     * thread may call; the frames of one calling thread keep their order. After the connection has
     * ended, or once its closing has begun, the frame is silently dropped.
     *
     * <p>There is no limit here: look at {@link #pendingBytes} or {@link #isWritable}.
     *
     * @param frame what the connection's {@link FrameEncoder} understands
     * @throws IllegalArgumentException from the encoder; nothing of the frame is sent then
     */
    public void write(Object frame) {
        outbound.write(frame);
    }

    /**
     * Sends bytes that are complete frames already. They are copied; the buffer is neither consumed
     * nor released, so that the same one can go to many connections.
     *
     * @param prebuiltFrame its readable bytes are sent
     */
    public void writeBytes(ByteBuf prebuiltFrame) {
        outbound.append(prebuiltFrame);
    }

    /**
     * Sends the message's payload like {@link #write}. Any thread may call.
     *
     * @throws MessageDeliveryException when the connection is closed
     */
    @Override
    public void send(Message<?> outgoing) {
        if (!isOpen()) {
            throw new MessageDeliveryException(
                    outgoing, "Connection " + getConnectionId() + " is closed");
        }
        write(outgoing.getPayload());
    }

    /**
     * How much waits to be sent: what this iteration has collected, what other threads have handed
     * to the loop, and what the socket has not taken yet (which counts about 100 bytes more for
     * each flush). Exact on the loop, approximate elsewhere.
     *
     * @return bytes, 0 when nothing waits
     */
    public long pendingBytes() {
        return outbound.pendingBytes();
    }

    /**
     * @return false when more waits to be sent than the high water mark; the listener hears of the
     *     changes
     */
    public boolean isWritable() {
        return outbound.isWritable();
    }

    /** Called by the flusher at the end of the iteration. */
    void flushPending() {
        outbound.flush();
    }

    // ---- receiving

    /**
     * Stops or resumes the delivery of frames. It takes effect with the next frame, also within a
     * batch: what has been received already is held, and delivered first when reading resumes.
     * While it is off the peer is slowed down by TCP; a peer that closes meanwhile may lose what it
     * sent last. Idempotent; any thread may call, and the last call wins.
     *
     * @param on whether frames are delivered
     */
    public void setReading(boolean on) {
        reading.set(on);
    }

    /**
     * Drops everything that has been received and not delivered, and everything that comes. There
     * is no way back.
     */
    public void discardInput() {
        reading.discard();
    }

    /**
     * When the frame began that has not arrived completely. It does not move while more of that
     * frame trickles in, and restarts for the next one. While reading is off there is none, and
     * afterwards the time counts from the resumption. Any thread may call.
     *
     * @return a {@link System#nanoTime} reading, or 0 if no frame is incomplete
     */
    public long partialFrameSinceNanos() {
        return inbound.partialSinceNanos();
    }

    /**
     * @return the decoder of this connection, whose limits may be changed
     */
    public FrameDecoder decoder() {
        return inbound.decoder();
    }

    /** Called by the channel's handler with a buffer that now belongs to this connection. */
    void received(ByteBuf bytes) {
        inbound.received(bytes);
    }

    // ---- life

    /** Called once, when the channel is active and the factory has set everything up. */
    void open() {
        if (closeRequested) {
            return;
        }
        opened = true;
        publishConnectionOpenEvent();
        if (!listener.opened()) {
            close();
        }
        reading.apply();
    }

    /** Called when the channel is inactive. */
    void ended() {
        if (over) {
            return;
        }
        over = true;
        closeRequested = true;
        inbound.discard();
        outbound.release();
        closer.done();
        closeListener.closed(this);
        if (opened) {
            // Tells the senders and publishes the close event, once.
            super.close();
            listener.closed();
        }
    }

    void writabilityChanged() {
        if (opened && !over) {
            listener.writabilityChanged(context.channel().isWritable());
        }
    }

    /** The channel has failed: tells whom it concerns, and closes. */
    void failed(Throwable cause) {
        if (over || !context.channel().isActive()) {
            return;
        }
        publishConnectionExceptionEvent(cause);
        if (opened
                && cause instanceof Exception e
                && !(getListener() instanceof NettyConnectionListener)) {
            listener.guarded(() -> sendExceptionToListener(e));
        }
        close();
    }

    /**
     * Closes at once. What waits to be sent is lost, except what the socket takes immediately. The
     * close event and the listener's call follow on the loop. Idempotent; any thread may call.
     */
    @Override
    public void close() {
        closeRequested = true;
        calls.run(closer::closeNow);
    }

    /**
     * Sends what waits, then closes. What is written from now on is dropped, and so is what the
     * peer sends. After the last byte the output is shut down, and the connection lasts until the
     * peer closes too: closing with unread input would make TCP destroy what has just been sent.
     * Idempotent; any thread may call.
     *
     * @param atMost after this time the connection is closed as it is
     */
    public void closeAfterFlush(Duration atMost) {
        closeRequested = true;
        calls.run(() -> closer.closeAfterFlush(atMost));
    }

    /**
     * @return how many calls of the listener have ended in an exception; any thread may ask
     */
    public long listenerFailures() {
        return listener.failures();
    }

    /**
     * Keeps an object with the connection, such as its session.
     *
     * @param object what to keep, or null for nothing
     */
    public void attach(@Nullable Object object) {
        this.attachment = object;
    }

    /**
     * @return what was attached last; any thread may ask
     */
    public @Nullable Object attachment() {
        return attachment;
    }

    /**
     * @return the event loop that this connection belongs to
     */
    public EventLoop loop() {
        return context.channel().eventLoop();
    }

    /**
     * @return the flusher of this connection's loop, for its counters
     */
    public LoopFlusher flusher() {
        return flusher;
    }

    // ---- what Spring Integration asks

    /** True until closing has begun; any thread may ask. */
    @Override
    public boolean isOpen() {
        return !closeRequested && context.channel().isActive();
    }

    /** The frame that is being delivered, or null. */
    @Override
    public @Nullable Object getPayload() {
        return listener.current();
    }

    @Override
    public @Nullable SSLSession getSslSession() {
        SslHandler tls = context.pipeline().get(SslHandler.class);
        return tls == null ? null : tls.engine().getSession();
    }
}
