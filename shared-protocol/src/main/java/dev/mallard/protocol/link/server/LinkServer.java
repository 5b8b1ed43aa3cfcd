package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.LinkFrameCodec;
import dev.mallard.protocol.link.message.Goodbye;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.transport.ChannelCustomizer;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.NettyReceivingChannelAdapter;
import dev.mallard.transport.NettyServerConnectionFactory;
import dev.mallard.transport.TransportOptions;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Listens for gateways. Starts last, when everything a request needs is there, and stops first: says goodbye
 * to the gateways, so that they answer for what is still open.
 */
public final class LinkServer implements SmartLifecycle {

    private final NettyServerConnectionFactory connectionFactory;
    private final NettyReceivingChannelAdapter adapter;
    private final GatewayLinks links;

    LinkServer(
            LinkServerProperties properties,
            EventLoops eventLoops,
            LinkConnectionHandler handler,
            GatewayLinks links,
            ChannelCustomizer channels,
            ApplicationEventPublisher events) {
        this.links = links;
        this.connectionFactory =
                new NettyServerConnectionFactory(
                        properties.port(),
                        eventLoops,
                        new LinkFrameCodec(),
                        TransportOptions.forLinks());
        connectionFactory.setChannelCustomizer(channels);
        connectionFactory.setLocalAddress(properties.bindAddress());
        connectionFactory.setApplicationEventPublisher(events);
        connectionFactory.setComponentName("linkServer");
        this.adapter = new NettyReceivingChannelAdapter(handler);
        adapter.setConnectionFactory(connectionFactory);
    }

    /** The port that gateways connect to. */
    public int port() {
        return connectionFactory.getPort();
    }

    @Override
    public void start() {
        adapter.start();
    }

    @Override
    public void stop() {
        LinkControl goodbye =
                LinkControl.newBuilder().setGoodbye(Goodbye.getDefaultInstance()).build();
        for (GatewayLink link : links.all()) {
            link.control(goodbye);
            link.close();
        }
        adapter.stop();
    }

    @Override
    public boolean isRunning() {
        return connectionFactory.isRunning();
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
