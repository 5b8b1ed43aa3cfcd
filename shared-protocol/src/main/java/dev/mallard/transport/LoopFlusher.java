package dev.mallard.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FastThreadLocal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Sends what the connections of one event loop have collected, once per iteration of the loop: the
 * first connection with something to send schedules one task, which runs after the reads of the
 * iteration and flushes every such connection once. All methods but the counters belong to the
 * loop's thread.
 */
public final class LoopFlusher {

    private static final FastThreadLocal<LoopFlusher> OF_THIS_LOOP = new FastThreadLocal<>();

    private final EventLoop loop;
    private final Runnable task = this::flushAll;
    private final LongAdder flushes = new LongAdder();
    private final LongAdder rounds = new LongAdder();
    private List<NettyConnection> dirty = new ArrayList<>();
    private List<NettyConnection> flushing = new ArrayList<>();

    private LoopFlusher(EventLoop loop) {
        this.loop = loop;
    }

    /** The flusher of the calling event-loop thread. */
    static LoopFlusher of(EventLoop loop) {
        assert loop.inEventLoop();
        LoopFlusher flusher = OF_THIS_LOOP.get();
        if (flusher == null) {
            flusher = new LoopFlusher(loop);
            OF_THIS_LOOP.set(flusher);
        }
        return flusher;
    }

    void add(NettyConnection connection) {
        if (dirty.isEmpty()) {
            loop.execute(task);
        }
        dirty.add(connection);
    }

    void countFlush() {
        flushes.increment();
    }

    private void flushAll() {
        rounds.increment();
        List<NettyConnection> batch = dirty;
        // A flush may run callbacks that write again: those go into the next round.
        dirty = flushing;
        flushing = batch;
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).flushPending();
        }
        batch.clear();
    }

    /**
     * @return how many times a connection of this loop has been flushed; any thread may ask
     */
    public long flushes() {
        return flushes.sum();
    }

    /**
     * @return how many rounds of flushing this loop has made; any thread may ask
     */
    public long rounds() {
        return rounds.sum();
    }
}
