package dev.mallard.transport;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.integration.ip.tcp.connection.TcpConnectionSupport;

import java.net.InetSocketAddress;

/** What Spring Integration wants to know of a connection: its name, its peer, and what it cannot do. */
abstract class NamedConnection extends TcpConnectionSupport {

    private final ConnectionOrigin origin;

    NamedConnection(ConnectionOrigin origin, ApplicationEventPublisher events) {
        super(events);
        this.origin = origin;
    }

    @Override
    public boolean isServer() {
        return origin.server();
    }

    @Override
    public String getConnectionId() {
        return origin.id();
    }

    @Override
    public String getConnectionFactoryName() {
        return origin.factoryName();
    }

    /**
     * @return the address of the peer, in numbers
     */
    @Override
    public String getHostAddress() {
        return origin.hostAddress();
    }

    /** The same as the address: names are not looked up. */
    @Override
    public String getHostName() {
        return origin.hostAddress();
    }

    /**
     * @return the port of the peer
     */
    @Override
    public int getPort() {
        return origin.remote().getPort();
    }

    /**
     * @return the address of the peer
     */
    public InetSocketAddress remoteAddress() {
        return origin.remote();
    }

    @Override
    public @Nullable Object getDeserializerStateKey() {
        return null;
    }

    /** Not supported: a connection has its listener when it opens. */
    @Override
    public void enableManualListenerRegistration() {
        throw new UnsupportedOperationException("the listener is registered with the factory");
    }

    /** Does nothing: the event loop runs the connection. */
    @Override
    public void run() {}

    @Override
    public String toString() {
        return "NettyConnection:" + origin.id();
    }
}
