package dev.mallard.gateway.client;

import dev.mallard.protocol.client.ClientFrameCodec;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.NettyServerConnectionFactory;
import dev.mallard.transport.TransportOptions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Listens for clients. Starts last and stops first: then it takes no more connections, and sends those
 * that are there away, which takes no longer than their farewell may.
 */
public final class ClientListener implements SmartLifecycle {

    /** Where this stands in the order of start and stop; the links come before and go after it. */
    public static final int PHASE = DEFAULT_PHASE - 100;

    private static final Logger log = LoggerFactory.getLogger(ClientListener.class);

    private final EventLoops eventLoops;
    private final SessionRegistry registry;
    private final SessionSweeper sweeper;
    private final Duration farewellTimeout;
    private final NettyServerConnectionFactory connectionFactory;
    private final NettyReceivingChannelAdapter adapter;

    ClientListener(
            EventLoops eventLoops,
            SessionRegistry registry,
            ClientProperties properties,
            ClientConnections connections,
            ConnectionLimits limits,
            ApplicationEventPublisher events) {
        this.eventLoops = eventLoops;
        this.registry = registry;
        this.sweeper = new SessionSweeper(eventLoops, registry);
        this.farewellTimeout = properties.farewellTimeout();
        this.connectionFactory =
                new NettyServerConnectionFactory(
                        properties.port(),
                        eventLoops,
                        new ClientFrameCodec(
                                properties.protocolVersion(),
                                (int) properties.payloadBeforeLogin().toBytes()),
                        TransportOptions.forClients()
                                .withBacklog(properties.connections().backlog()));
        connectionFactory.setAdmission(limits);
        connectionFactory.setLocalAddress(properties.bindAddress());
        connectionFactory.setApplicationEventPublisher(events);
        connectionFactory.setComponentName("clientListener");
        this.adapter = new NettyReceivingChannelAdapter(connections);
        adapter.setConnectionFactory(connectionFactory);
    }

    /** The port that clients connect to. */
    public int port() {
        return connectionFactory.getPort();
    }

    @Override
    public void start() {
        sweeper.start();
        adapter.start();
        log.info("Listening for clients on port {}", port());
    }

    @Override
    public void stop() {
        connectionFactory.stopAccepting();
        sweeper.stop();
        sendClientsAway();
        adapter.stop();
    }

    private void sendClientsAway() {
        CountDownLatch loops = new CountDownLatch(registry.loopCount());
        for (int i = 0; i < registry.loopCount(); i++) {
            LoopSessions sessions = registry.loop(i);
            eventLoops
                    .loop(i)
                    .execute(
                            () ->
                                    sessions.sendAway(
                                            DisconnectReason.SERVER_SHUTDOWN, loops::countDown));
        }
        try {
            // Each loop is done when its sessions' farewells have timed out, at the latest.
            if (!loops.await(2 * farewellTimeout.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("Some clients did not take their farewell in time");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return connectionFactory.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
