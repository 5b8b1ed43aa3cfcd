package dev.mallard.transport;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sending half of a connection: collects frames in one pooled buffer, which exists only from
 * the first write of a loop iteration to its flush.
 */
final class OutboundFrames {

    private static final int SMALLEST_BUFFER = 256;
    private static final int HAND_OVER_AT = 64 * 1024;

    private final ChannelHandlerContext context;
    private final FrameEncoder encoder;
    private final LoopFlusher flusher;
    private final NettyConnection connection;
    private final AtomicLong onTheWay = new AtomicLong();

    private @Nullable ByteBuf pending;
    private boolean dirty;
    private boolean ended;
    private int nextCapacity = SMALLEST_BUFFER;

    OutboundFrames(
            ChannelHandlerContext context,
            FrameEncoder encoder,
            LoopFlusher flusher,
            NettyConnection connection) {
        this.context = context;
        this.encoder = encoder;
        this.flusher = flusher;
        this.connection = connection;
    }

    /** Any thread. */
    void write(Object frame) {
        if (context.executor().inEventLoop()) {
            append(frame);
        } else {
            handOver(frame);
        }
    }

    /** Loop only. */
    void append(ByteBuf bytes) {
        if (!ended) {
            ByteBuf out = pending();
            Bytes.append(bytes, out);
            passOnIfLarge(out);
        }
    }

    private void append(Object frame) {
        if (ended) {
            return;
        }
        ByteBuf out = pending();
        encode(frame, out);
        passOnIfLarge(out);
    }

    private void handOver(Object frame) {
        ByteBuf own = context.alloc().buffer(SMALLEST_BUFFER);
        boolean queued = false;
        long size = 0;
        try {
            encode(frame, own);
            size = own.readableBytes();
            onTheWay.addAndGet(size);
            context.executor().execute(() -> arrive(own));
            queued = true;
        } catch (RejectedExecutionException e) {
            // The loop has ended, and the connection with it.
            onTheWay.addAndGet(-size);
        } finally {
            if (!queued) {
                own.release();
            }
        }
    }

    private void arrive(ByteBuf bytes) {
        try {
            onTheWay.addAndGet(-bytes.readableBytes());
            append(bytes);
        } finally {
            bytes.release();
        }
    }

    /** A frame goes in as a whole or not at all. */
    private void encode(Object frame, ByteBuf out) {
        int start = out.writerIndex();
        boolean complete = false;
        try {
            encoder.encode(frame, out);
            complete = true;
        } finally {
            if (!complete) {
                out.writerIndex(start);
            }
        }
    }

    private ByteBuf pending() {
        ByteBuf out = pending;
        if (out == null) {
            out = context.alloc().ioBuffer(nextCapacity);
            pending = out;
        }
        if (!dirty) {
            dirty = true;
            flusher.add(connection);
        }
        return out;
    }

    /** A large buffer goes to the channel at once, so that it need not grow; the flush waits. */
    private void passOnIfLarge(ByteBuf out) {
        if (out.readableBytes() >= HAND_OVER_AT) {
            passOn(out);
        }
    }

    private void passOn(ByteBuf out) {
        pending = null;
        int size = out.readableBytes();
        if (size == 0) {
            out.release();
            return;
        }
        nextCapacity = Math.clamp(Integer.highestOneBit(size) * 2L, SMALLEST_BUFFER, HAND_OVER_AT);
        context.write(out, context.voidPromise());
    }

    /** Sends everything that has been written. Loop only. */
    void flush() {
        if (!dirty) {
            return;
        }
        dirty = false;
        ByteBuf out = pending;
        if (out != null) {
            passOn(out);
        }
        flusher.countFlush();
        context.flush();
    }

    /** Whatever is written from now on is dropped; what was written before is flushed. Loop only. */
    void end() {
        if (!ended) {
            flush();
            ended = true;
        }
    }

    boolean hasEnded() {
        return ended;
    }

    /** Frees what is left when the channel is gone. Loop only. */
    void release() {
        ended = true;
        ByteBuf out = pending;
        if (out != null) {
            pending = null;
            out.release();
        }
    }

    long pendingBytes() {
        ByteBuf out = pending;
        ChannelOutboundBuffer handedOver = context.channel().unsafe().outboundBuffer();
        return onTheWay.get()
                + (out == null ? 0 : out.readableBytes())
                + (handedOver == null ? 0 : handedOver.totalPendingWriteBytes());
    }

    boolean isWritable() {
        ByteBuf out = pending;
        return context.channel().isWritable()
                && (out == null || out.readableBytes() < context.channel().bytesBeforeUnwritable());
    }
}
