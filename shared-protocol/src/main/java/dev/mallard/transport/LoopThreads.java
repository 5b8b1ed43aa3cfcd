package dev.mallard.transport;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.EventExecutorGroup;

/** Tells event-loop threads, which must never wait, from all others. */
final class LoopThreads {

    private LoopThreads() {}

    static boolean inLoopOf(EventExecutorGroup group) {
        for (EventExecutor executor : group) {
            if (executor.inEventLoop()) {
                return true;
            }
        }
        return false;
    }
}
