package dev.mallard.faults.cluster;

import dev.mallard.faults.proxy.TcpProxy;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The proxies of a cluster: one in front of every gateway, which clients use, and one between every gateway and every
 * other instance. Their event loop is their own.
 */
public final class Network implements AutoCloseable {

    private record Link(Instance from, Instance to) {}

    private final MultiThreadIoEventLoopGroup group =
            new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("proxies", true), NioIoHandler.newFactory());
    private final Map<Instance, TcpProxy> doors = new LinkedHashMap<>();
    private final Map<Link, TcpProxy> links = new LinkedHashMap<>();
    private final List<TcpProxy> sideDoors = new ArrayList<>();

    Network() {}

    TcpProxy addDoor(Instance gateway, int port) {
        TcpProxy proxy = open(port, gateway);
        doors.put(gateway, proxy);
        return proxy;
    }

    /** One more way of clients to a gateway, for those who are to be cut off alone. */
    public TcpProxy openSideDoor(Instance gateway) {
        TcpProxy proxy = open(FreePorts.find(1).getFirst(), gateway);
        sideDoors.add(proxy);
        return proxy;
    }

    TcpProxy addLink(Instance gateway, Instance to, int port) {
        TcpProxy proxy = open(port, to);
        links.put(new Link(gateway, to), proxy);
        return proxy;
    }

    private TcpProxy open(int port, Instance to) {
        EventLoop loop = (EventLoop) group.next();
        TcpProxy proxy = new TcpProxy(port, to.port(), loop);
        proxy.open();
        return proxy;
    }

    /** The way of clients to a gateway. */
    public TcpProxy door(Instance gateway) {
        return known(doors.get(gateway), gateway);
    }

    /** The way from a gateway to a lobby or a game service. */
    public TcpProxy link(Instance gateway, Instance to) {
        return known(links.get(new Link(gateway, to)), to);
    }

    /** The ways from all gateways to a lobby or a game service. */
    public List<TcpProxy> linksTo(Instance to) {
        return links.entrySet().stream()
                .filter(entry -> entry.getKey().to().equals(to))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Lets everything pass everywhere. */
    public void heal() {
        doors.values().forEach(TcpProxy::heal);
        sideDoors.forEach(TcpProxy::heal);
        links.values().forEach(TcpProxy::heal);
    }

    private static TcpProxy known(@Nullable TcpProxy proxy, Instance to) {
        if (proxy == null) {
            throw new IllegalArgumentException("no proxy leads to " + to);
        }
        return proxy;
    }

    @Override
    public void close() {
        doors.values().forEach(TcpProxy::close);
        sideDoors.forEach(TcpProxy::close);
        links.values().forEach(TcpProxy::close);
        group.shutdownGracefully(0, Duration.ofSeconds(1).toMillis(), TimeUnit.MILLISECONDS)
                .syncUninterruptibly();
    }
}
