package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.Heartbeat;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.Load;

import java.util.concurrent.atomic.AtomicBoolean;

/** How busy this service is, and whether it wants more. Any thread. */
public final class ServiceLoad {

    private final LoadSource source;
    private final SessionDirectory sessions;
    private final GatewayLinks links;
    private final AtomicBoolean draining = new AtomicBoolean();

    public ServiceLoad(LoadSource source, SessionDirectory sessions, GatewayLinks links) {
        this.source = source;
        this.sessions = sessions;
        this.links = links;
    }

    /** From now on the gateways are told to give this service no new work; at once, not with the next heartbeat. */
    public void drain() {
        draining.set(true);
        LinkControl news = heartbeat(System.nanoTime());
        links.all().forEach(link -> link.control(news));
    }

    /** The news about this service that gateways get again and again. */
    LinkControl heartbeat(long now) {
        return LinkControl.newBuilder()
                .setHeartbeat(Heartbeat.newBuilder().setSentAt(now).setLoad(current()))
                .build();
    }

    Load current() {
        Load load = source.currentLoad();
        return load.toBuilder()
                .setSessions(sessions.size())
                .setAcceptingWork(load.getAcceptingWork() && !draining.get())
                .build();
    }
}
