package dev.mallard.game.support;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Keeps tasks until they are run by hand, on the thread of the test. */
public final class ManualExecutor implements Executor {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs the task that has waited longest. */
    public void runOne() {
        tasks.remove().run();
    }

    /** Runs everything, also what is added meanwhile. */
    public void runAll() {
        while (!tasks.isEmpty()) {
            runOne();
        }
    }

    /** How many tasks wait. */
    public int waiting() {
        return tasks.size();
    }
}
