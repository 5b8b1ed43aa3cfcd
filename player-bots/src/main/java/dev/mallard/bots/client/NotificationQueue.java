package dev.mallard.bots.client;

import com.google.protobuf.Message;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** Notifications until somebody asks for them. Bounded: the oldest makes room for the newest. */
final class NotificationQueue {

    private final int capacity;
    private final Deque<Message> messages = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long dropped;
    private @Nullable ConnectionEnd end;

    NotificationQueue(int capacity) {
        this.capacity = capacity;
    }

    void add(Message message) {
        lock.lock();
        try {
            if (messages.size() == capacity) {
                messages.removeFirst();
                dropped++;
            }
            messages.addLast(message);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void connectionEnded(ConnectionEnd how) {
        lock.lock();
        try {
            end = how;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes the oldest message of the type that fulfils the condition, and leaves the others in their
     * order. What came before the end of the connection can still be taken after it.
     */
    <T extends Message> T take(Class<T> type, Predicate<? super T> condition, Duration timeout)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                T found = removeFirst(type, condition);
                if (found != null) {
                    return found;
                }
                if (end != null) {
                    throw new ConnectionEndedException(type.getSimpleName(), end);
                }
                long left = deadline - System.nanoTime();
                if (left <= 0 || !changed.await(left, TimeUnit.NANOSECONDS)) {
                    throw new ResponseTimeoutException(type.getSimpleName(), timeout);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private <T extends Message> @Nullable T removeFirst(
            Class<T> type, Predicate<? super T> condition) {
        Iterator<Message> queued = messages.iterator();
        while (queued.hasNext()) {
            Message message = queued.next();
            if (type.isInstance(message) && condition.test(type.cast(message))) {
                queued.remove();
                return type.cast(message);
            }
        }
        return null;
    }
}
