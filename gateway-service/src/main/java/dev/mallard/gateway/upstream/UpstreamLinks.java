package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientListener;

import org.springframework.context.SmartLifecycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Opens the links before clients are let in, without waiting for them, and closes them afterwards. */
public final class UpstreamLinks implements SmartLifecycle {

    /** Where this stands in the order of start and stop: before the clients, and before discovery. */
    static final int PHASE = ClientListener.PHASE - 2;

    private final UpstreamGroups groups;
    private final Function<UpstreamLink, LinkConnector> connectorOf;
    private final Map<UpstreamInstance, List<LinkConnector>> connectors = new ConcurrentHashMap<>();
    private volatile boolean running;

    /**
     * @param connectorOf makes what keeps a link alive
     */
    UpstreamLinks(UpstreamGroups groups, Function<UpstreamLink, LinkConnector> connectorOf) {
        this.groups = groups;
        this.connectorOf = connectorOf;
    }

    @Override
    public void start() {
        running = true;
        groups.instances().forEach(this::open);
    }

    /** Begins to open the links to an instance; returns at once. */
    void open(UpstreamInstance instance) {
        List<LinkConnector> opened = instance.links().stream().map(connectorOf).toList();
        connectors.put(instance, opened);
        opened.forEach(LinkConnector::start);
    }

    /**
     * Closes the links to an instance. Requests that are still open there are answered with an error. Not on
     * an event loop.
     *
     * @param closed run when that is done, on an event loop
     */
    void close(UpstreamInstance instance, Runnable closed) {
        List<LinkConnector> closing = connectors.remove(instance);
        if (closing == null) {
            return;
        }
        closing.forEach(LinkConnector::stop);
        closing.forEach(LinkConnector::destroy);
        AtomicInteger open = new AtomicInteger(closing.size());
        for (UpstreamLink link : instance.links()) {
            link.execute(
                    () -> {
                        link.abandonRequests();
                        if (open.decrementAndGet() == 0) {
                            closed.run();
                        }
                    });
        }
    }

    @Override
    public void stop() {
        running = false;
        List<LinkConnector> all = new ArrayList<>();
        connectors.values().forEach(all::addAll);
        connectors.clear();
        all.forEach(LinkConnector::stop);
        all.forEach(LinkConnector::destroy);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
