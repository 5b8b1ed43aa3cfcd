package dev.mallard.transport;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The threads that do all socket work of a service: a fixed number of event loops, on epoll where
 * the native library loads and on NIO elsewhere. The threads are not daemons; they end with {@link
 * #close}.
 */
public final class EventLoops implements AutoCloseable {

    private static final long QUIET_PERIOD_MILLIS = 0;
    private static final long SHUTDOWN_MILLIS = 2_000;
    private static final long AWAIT_MILLIS = 3_000;

    private final EventLoopGroup group;
    private final List<EventLoop> loops;

    /**
     * Creates the loops; a thread starts when its loop is first used.
     *
     * @param loops how many, at least 1
     * @param threadNamePrefix what the thread names begin with
     */
    public EventLoops(int loops, String threadNamePrefix) {
        this(loops, threadNamePrefix, Epoll.isAvailable());
    }

    EventLoops(int loops, String threadNamePrefix, boolean epoll) {
        if (loops < 1) {
            throw new IllegalArgumentException("loops must be at least 1, not " + loops);
        }
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.group =
                new MultiThreadIoEventLoopGroup(
                        loops, new DefaultThreadFactory(threadNamePrefix), io);
        List<EventLoop> all = new ArrayList<>(loops);
        for (EventExecutor executor : group) {
            all.add((EventLoop) executor);
        }
        this.loops = List.copyOf(all);
    }

    /**
     * @return the number of loops for this machine: one processor less than there are, at least 1
     */
    public static int defaultLoops() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * @return how many loops there are
     */
    public int size() {
        return loops.size();
    }

    /**
     * @param index from 0 to {@link #size} - 1
     * @return the loop with that index, always the same one
     * @throws IndexOutOfBoundsException when there is no such loop
     */
    public EventLoop loop(int index) {
        return loops.get(index);
    }

    /**
     * @param loop one of these loops
     * @return its index
     * @throws IllegalArgumentException when the loop is not one of these
     */
    public int indexOf(EventLoop loop) {
        int index = loops.indexOf(loop);
        if (index < 0) {
            throw new IllegalArgumentException("not one of these event loops: " + loop);
        }
        return index;
    }

    /**
     * @return the loops as a group, which hands new connections to them in turn
     */
    public EventLoopGroup group() {
        return group;
    }

    /**
     * Closes all channels and ends the threads. Tasks get 2 s to finish; the call returns after at
     * most 3 s, at once when it comes from one of the loops.
     */
    @Override
    public void close() {
        group.shutdownGracefully(QUIET_PERIOD_MILLIS, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS);
        if (LoopThreads.inLoopOf(group)) {
            return;
        }
        try {
            group.awaitTermination(AWAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
