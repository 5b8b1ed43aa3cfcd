package dev.mallard.game.loop;

import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * A bounded queue of commands that run one after another, in the order in which they came. There is a
 * thread only while something waits; after some commands it makes room for the other mailboxes. What one
 * command has changed, the next one sees.
 *
 * <p>At the bounds an offered command is turned away, which its sender is told and nobody else notices: one
 * sender can fill a share only, and the commands of the service itself have a reserve of their own. While the
 * gate is closed, nothing runs and everything waits, within the same bounds.
 */
public final class Mailbox {

    /** Commands that run before the mailbox queues up again behind the others. */
    private static final int BATCH = 32;

    private final Executor executor;
    private final MailboxLimits limits;
    private final BooleanSupplier gate;
    private final Runner runner;
    private final Queue<Entry> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger fromSenders = new AtomicInteger();
    private final AtomicInteger fromService = new AtomicInteger();
    private final ConcurrentMap<Integer, AtomicInteger> shares = new ConcurrentHashMap<>();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Runs a command and keeps what it throws to itself. */
    @FunctionalInterface
    public interface Runner {
        void run(Runnable command);
    }

    /**
     * @param executor where the commands run; has to accept a task whenever something waits
     * @param gate whether commands may run; asked before each of them
     * @param runner what is done with each command, on the mailbox's thread
     */
    public Mailbox(Executor executor, MailboxLimits limits, BooleanSupplier gate, Runner runner) {
        this.executor = executor;
        this.limits = limits;
        this.gate = gate;
        this.runner = runner;
    }

    /**
     * Offers a command of a sender. Any thread.
     *
     * @param sender user id
     */
    public Admission offer(int sender, Runnable command) {
        AtomicInteger share = shares.computeIfAbsent(sender, key -> new AtomicInteger());
        if (!claim(share, limits.perSender())) {
            return Admission.SHARE_USED_UP;
        }
        if (!claim(fromSenders, limits.capacity())) {
            share.decrementAndGet();
            return Admission.MAILBOX_FULL;
        }
        enqueue(new Entry(command, fromSenders, share));
        return Admission.ACCEPTED;
    }

    /**
     * Offers a command of the service itself. Any thread.
     *
     * @return whether it will run
     */
    public boolean offerControl(Runnable command) {
        if (!claim(fromService, limits.capacity())) {
            return false;
        }
        enqueue(new Entry(command, fromService, null));
        return true;
    }

    /** How many commands wait; approximate while others work with the mailbox. */
    public int depth() {
        return fromSenders.get() + fromService.get();
    }

    private static boolean claim(AtomicInteger counter, int limit) {
        if (counter.incrementAndGet() > limit) {
            counter.decrementAndGet();
            return false;
        }
        return true;
    }

    private void enqueue(Entry entry) {
        queue.add(entry);
        wake();
    }

    /** Has to be called when the gate has been opened. Any thread. */
    public void opened() {
        if (!queue.isEmpty()) {
            wake();
        }
    }

    private void wake() {
        if (running.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        try {
            for (int count = 0; count < BATCH; count++) {
                Entry entry = gate.getAsBoolean() ? queue.poll() : null;
                if (entry == null) {
                    break;
                }
                entry.leave();
                runner.run(entry.command());
            }
        } finally {
            running.set(false);
            // Who added an entry while this thread was finishing saw it running, and woke no other.
            if (!queue.isEmpty() && gate.getAsBoolean()) {
                wake();
            }
        }
    }
}
