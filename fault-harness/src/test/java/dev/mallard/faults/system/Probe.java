package dev.mallard.faults.system;

import dev.mallard.bots.client.ServerErrorException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Tries the same thing again and again on a thread of its own, and remembers what became of it. */
final class Probe {

    /** The outcome of what has succeeded. */
    static final String OK = "ok";

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(20);

    private final String name;
    private final Action action;
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean stopped;

    /** What is tried. What it throws is its outcome: of a server's error the identifier. */
    @FunctionalInterface
    interface Action {
        void run() throws Exception;
    }

    /**
     * @param startNanos a {@link System#nanoTime} reading
     */
    record Attempt(long startNanos, Duration took, String outcome) {

        boolean succeeded() {
            return outcome.equals(OK);
        }
    }

    private Probe(String name, Action action) {
        this.name = name;
        this.action = action;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    static Probe started(String name, Action action) {
        Probe probe = new Probe(name, action);
        probe.thread.start();
        return probe;
    }

    String name() {
        return name;
    }

    /** Those that began between two moments. */
    List<Attempt> between(long fromNanos, long toNanos) {
        return attempts.stream()
                .filter(a -> a.startNanos() - fromNanos >= 0 && a.startNanos() - toNanos < 0)
                .toList();
    }

    /** Those that began and ended between two moments. */
    List<Attempt> within(long fromNanos, long toNanos) {
        return between(fromNanos, toNanos).stream()
                .filter(a -> a.startNanos() + a.took().toNanos() - toNanos < 0)
                .toList();
    }

    boolean hasSucceededSince(long nanos) {
        return attempts.stream()
                .filter(attempt -> attempt.startNanos() - nanos >= 0)
                .anyMatch(Attempt::succeeded);
    }

    long count(Predicate<Attempt> condition) {
        return attempts.stream().filter(condition).count();
    }

    private void run() {
        while (!stopped) {
            long start = System.nanoTime();
            String outcome = attempt();
            attempts.add(new Attempt(start, Duration.ofNanos(System.nanoTime() - start), outcome));
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private String attempt() {
        try {
            action.run();
            return OK;
        } catch (ServerErrorException error) {
            return error.identifier();
        } catch (Exception failure) {
            return failure.getClass().getSimpleName();
        }
    }

    /** Ends after the attempt that is under way. */
    void stop() throws InterruptedException {
        stopped = true;
        if (!thread.join(STOP_WITHIN)) {
            throw new IllegalStateException(name + " does not end");
        }
    }

    @Override
    public String toString() {
        return name + " tried " + attempts.size() + " times";
    }

    static Duration longest(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::took).max(Duration::compareTo).orElse(Duration.ZERO);
    }
}
