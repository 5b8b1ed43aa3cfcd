package dev.mallard.lobby.work;

import org.springframework.context.SmartLifecycle;

/** Ends the serving of requests after the links are closed and before the database goes. */
final class WorkLifecycle implements SmartLifecycle {

    private final SerialExecutor executor;
    private volatile boolean running;

    WorkLifecycle(SerialExecutor executor) {
        this.executor = executor;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        executor.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** The link server stops before, in the phase above. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
