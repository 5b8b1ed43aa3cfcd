package dev.mallard.gateway.client;

import dev.mallard.protocol.client.ClientFrameCodec;
import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.NettyServerConnectionFactory;
import dev.mallard.transport.TransportOptions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Listens for clients. Starts last and stops first: then it takes no more connections, and those that are
 * there are drained, while the links and the management port live on.
 */
public final class ClientListener implements SmartLifecycle {

    /** Where this stands in the order of start and stop; the links come before and go after it. */
    public static final int PHASE = DEFAULT_PHASE - 100;

    private static final Logger log = LoggerFactory.getLogger(ClientListener.class);

    private final SessionSweeper sweeper;
    private final ClientDrain drain;
    private final NettyServerConnectionFactory connectionFactory;
    private final NettyReceivingChannelAdapter adapter;

    ClientListener(
            EventLoops eventLoops,
            SessionRegistry registry,
            ClientProperties properties,
            ClientConnections connections,
            ConnectionLimits limits,
            ChannelCustomizer channels,
            ClientDrain drain,
            ApplicationEventPublisher events) {
        this.sweeper = new SessionSweeper(eventLoops, registry);
        this.drain = drain;
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
        connectionFactory.setChannelCustomizer(channels);
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
        drain.run();
        sweeper.stop();
        adapter.stop();
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
