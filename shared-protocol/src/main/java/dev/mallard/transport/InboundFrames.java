package dev.mallard.transport;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

import org.jspecify.annotations.Nullable;

/**
 * The receiving half of a connection: decodes in place from the received buffer and keeps a copy of
 * an incomplete rest only. When more arrives, just as much of it is joined to the rest as completes
 * the frame there; what follows is decoded in place again. Used by the event loop only, except
 * where said.
 */
final class InboundFrames {

    private static final int SMALLEST_REST = 64;
    private static final int FIRST_JOIN = 256;

    private final FrameDecoder decoder;
    private final FrameSink sink;
    private final ByteBufAllocator allocator;
    private final int heldWhilePaused;

    private @Nullable ByteBuf rest;
    private boolean decoding;
    private boolean discarding;
    private volatile boolean paused;
    private volatile long partialSince;

    /** Where frames and failures go. */
    interface FrameSink {

        void frame(Object frame);

        void refused(FrameException failure);

        void broken(Throwable cause);
    }

    InboundFrames(
            FrameDecoder decoder, FrameSink sink, ByteBufAllocator allocator, int heldWhilePaused) {
        this.decoder = decoder;
        this.sink = sink;
        this.allocator = allocator;
        this.heldWhilePaused = heldWhilePaused;
    }

    FrameDecoder decoder() {
        return decoder;
    }

    /** See {@link NettyConnection#partialFrameSinceNanos}; any thread may ask. */
    long partialSinceNanos() {
        return paused ? 0 : partialSince;
    }

    boolean isPaused() {
        return paused;
    }

    /** Stops the delivery before the next frame, or lets it go on; any thread may call. */
    void setPaused(boolean stop) {
        paused = stop;
    }

    /** Does what {@link #setPaused} asked for last. */
    void applyPause() {
        if (paused) {
            // The time in which nothing is taken is not the peer's.
            partialSince = 0;
            return;
        }
        ByteBuf held = rest;
        if (decoding || held == null) {
            return;
        }
        boolean advanced = drain(held);
        if (held.isReadable() && !discarding) {
            held.discardSomeReadBytes();
        } else {
            releaseRest();
        }
        stamp(advanced);
    }

    /** Drops what is held and whatever comes. */
    void discard() {
        discarding = true;
        if (!decoding) {
            releaseRest();
            partialSince = 0;
        }
    }

    boolean isDiscarding() {
        return discarding;
    }

    /** Takes a received buffer, which it releases. */
    void received(ByteBuf in) {
        try {
            if (discarding) {
                return;
            }
            boolean advanced = rest != null && join(in);
            if (rest == null) {
                advanced |= drain(in);
                if (in.isReadable() && !discarding) {
                    hold(in);
                }
            }
            if (discarding) {
                releaseRest();
            }
            stamp(advanced);
        } finally {
            in.release();
        }
    }

    /** Completes the frame that the rest begins. Afterwards there is either no rest or no input. */
    private boolean join(ByteBuf in) {
        ByteBuf held = rest;
        if (held == null) {
            return false;
        }
        if (paused && held.readableBytes() + in.readableBytes() > heldWhilePaused) {
            in.skipBytes(in.readableBytes());
            sink.broken(new FrameException("too much input while reading was off"));
            return false;
        }
        int old = held.readableBytes();
        int start = held.readerIndex();
        int step = Math.max(FIRST_JOIN, old);
        boolean advanced = false;
        while (in.isReadable() && !discarding) {
            held.writeBytes(in, Math.min(step, in.readableBytes()));
            step = held.readableBytes();
            advanced |= drain(held);
            if (held.readerIndex() - start >= old) {
                // What is left was copied from the input just now: decode it there instead.
                in.readerIndex(in.readerIndex() - held.readableBytes());
                releaseRest();
                return advanced;
            }
        }
        return advanced;
    }

    /** Delivers the complete frames. True if any byte was taken. */
    private boolean drain(ByteBuf buffer) {
        int start = buffer.readerIndex();
        decoding = true;
        try {
            while (!paused && !discarding && buffer.isReadable()) {
                int before = buffer.readerIndex();
                Object frame = decoder.decode(buffer);
                if (frame == null) {
                    break;
                }
                if (buffer.readerIndex() == before) {
                    throw new IllegalStateException("the decoder made a frame of no bytes");
                }
                sink.frame(frame);
            }
        } catch (FrameException e) {
            discarding = true;
            sink.refused(e);
        } catch (RuntimeException | Error e) {
            discarding = true;
            sink.broken(e);
        } finally {
            decoding = false;
        }
        return buffer.readerIndex() > start;
    }

    private void hold(ByteBuf in) {
        int size = in.readableBytes();
        rest = allocator.buffer(Math.max(SMALLEST_REST, size)).writeBytes(in);
    }

    private void stamp(boolean advanced) {
        if (rest == null || paused) {
            if (partialSince != 0) {
                partialSince = 0;
            }
        } else if (advanced || partialSince == 0) {
            long now = System.nanoTime();
            partialSince = now == 0 ? 1 : now;
        }
    }

    private void releaseRest() {
        ByteBuf held = rest;
        if (held != null) {
            rest = null;
            held.release();
        }
    }
}
