package dev.mallard.protocol.link.server;

/**
 * Where the handlers run. Called on event loops, so it hands the task over and returns at once; it has to
 * keep the order of one sender's requests, and to bound what waits.
 */
@FunctionalInterface
public interface RequestExecutor {

    /**
     * Runs a task that serves a request, soon. At the bound of its queue the executor rejects the request
     * instead, so that only its sender suffers.
     */
    void execute(Request request, Runnable task);
}
