package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.Location;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Remembers who has left. */
final class SessionRecorder implements SessionListener {

    record Closed(int userId, long number, boolean successor) {}

    private final BlockingQueue<Closed> closed = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<Location> sessionOpened(UserSession session) {
        return CompletableFuture.completedFuture(
                Location.newBuilder().setPlace(Location.Place.ROOM).setRoomId(5).build());
    }

    @Override
    public void sessionClosed(UserSession session, boolean successor) {
        closed.add(new Closed(session.userId(), session.number(), successor));
    }

    Closed nextClosed(int userId) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            Closed next = closed.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (next == null || next.userId() == userId) {
                return Objects.requireNonNull(next, "nobody has left");
            }
        }
    }
}
