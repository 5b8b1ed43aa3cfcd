package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientListener;

import org.springframework.context.SmartLifecycle;

import java.util.List;

/** Opens the links before clients are let in, without waiting for them, and closes them afterwards. */
public final class UpstreamLinks implements SmartLifecycle {

    private final List<LinkConnector> connectors;
    private volatile boolean running;

    UpstreamLinks(List<LinkConnector> connectors) {
        this.connectors = List.copyOf(connectors);
    }

    @Override
    public void start() {
        running = true;
        connectors.forEach(LinkConnector::start);
    }

    @Override
    public void stop() {
        running = false;
        connectors.forEach(LinkConnector::stop);
        connectors.forEach(LinkConnector::destroy);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return ClientListener.PHASE - 1;
    }
}
