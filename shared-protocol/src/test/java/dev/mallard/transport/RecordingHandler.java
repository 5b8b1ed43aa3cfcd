package dev.mallard.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers everything it is told, and lets a test wait for it. */
class RecordingHandler implements FrameHandler {

    static final long WAIT_SECONDS = 10;

    final BlockingQueue<NettyConnection> opened = new LinkedBlockingQueue<>();
    final BlockingQueue<NettyConnection> closed = new LinkedBlockingQueue<>();
    final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    final BlockingQueue<FrameException> failures = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> writability = new LinkedBlockingQueue<>();

    @Override
    public void onFrame(NettyConnection connection, Object frame) {
        assertThat(connection.loop().inEventLoop()).isTrue();
        frames.add((String) frame);
    }

    @Override
    public void onOpen(NettyConnection connection) {
        assertThat(connection.loop().inEventLoop()).isTrue();
        opened.add(connection);
    }

    @Override
    public void onClosed(NettyConnection connection) {
        assertThat(connection.loop().inEventLoop()).isTrue();
        closed.add(connection);
    }

    @Override
    public void onDecodeFailure(NettyConnection connection, FrameException failure) {
        failures.add(failure);
    }

    @Override
    public void onWritabilityChanged(NettyConnection connection, boolean writable) {
        writability.add(writable);
    }

    /** The next entry of one of the queues. */
    static <T> T next(BlockingQueue<T> queue) {
        try {
            @Nullable T taken = queue.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            if (taken == null) {
                throw new AssertionError("nothing came");
            }
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
