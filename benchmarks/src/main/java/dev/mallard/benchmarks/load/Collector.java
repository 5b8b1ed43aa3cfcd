package dev.mallard.benchmarks.load;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** What one channel has to send; everything collected in an iteration of its loop leaves with one write. */
public final class Collector {

    /** The collectors of one event loop that hold something. Confined to the loop. */
    public static final class Round {

        private final EventLoop loop;
        private final Runnable task = this::flush;
        private List<Collector> dirty = new ArrayList<>();
        private List<Collector> flushing = new ArrayList<>();

        public Round(EventLoop loop) {
            this.loop = loop;
        }

        private void add(Collector collector) {
            if (dirty.isEmpty()) {
                loop.execute(task);
            }
            dirty.add(collector);
        }

        private void flush() {
            List<Collector> batch = dirty;
            dirty = flushing;
            flushing = batch;
            for (int i = 0; i < batch.size(); i++) {
                batch.get(i).flush();
            }
            batch.clear();
        }
    }

    private static final int INITIAL_CAPACITY = 256;

    private final Channel channel;
    private final Round round;
    private @Nullable ByteBuf pending;

    public Collector(Channel channel, Round round) {
        this.channel = channel;
        this.round = round;
    }

    /** The channel that it sends on. */
    public Channel channel() {
        return channel;
    }

    /** Where to write what has to be sent. On the loop; not to be kept. */
    public ByteBuf out() {
        ByteBuf out = pending;
        if (out == null) {
            out = channel.alloc().ioBuffer(INITIAL_CAPACITY);
            pending = out;
            round.add(this);
        }
        return out;
    }

    private void flush() {
        ByteBuf out = pending;
        if (out != null) {
            pending = null;
            channel.writeAndFlush(out, channel.voidPromise());
        }
    }
}
