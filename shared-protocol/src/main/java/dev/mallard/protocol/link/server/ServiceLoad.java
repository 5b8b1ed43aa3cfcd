package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.Load;

import java.util.concurrent.atomic.AtomicBoolean;

/** How busy this service is, and whether it wants more. Any thread. */
public final class ServiceLoad {

    private final LoadSource source;
    private final SessionDirectory sessions;
    private final AtomicBoolean draining = new AtomicBoolean();

    public ServiceLoad(LoadSource source, SessionDirectory sessions) {
        this.source = source;
        this.sessions = sessions;
    }

    /** From now on the gateways are told to give this service no new work. */
    public void drain() {
        draining.set(true);
    }

    Load current() {
        Load load = source.currentLoad();
        return load.toBuilder()
                .setSessions(sessions.size())
                .setAcceptingWork(load.getAcceptingWork() && !draining.get())
                .build();
    }
}
