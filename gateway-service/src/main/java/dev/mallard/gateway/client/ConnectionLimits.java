package dev.mallard.gateway.client;

import dev.mallard.transport.ConnectionAdmission;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Refuses connections above the limits, before anything but a socket exists for them. Refusals are counted,
 * not logged. Any thread.
 */
public final class ConnectionLimits implements ConnectionAdmission {

    private final int total;
    private final boolean proxied;
    private final ConnectionsPerAddress perAddress;
    private final BooleanSupplier heapPressure;
    private final ConnectionRefusals refusals;
    private final AtomicInteger open = new AtomicInteger();

    /**
     * @param proxied whether the sockets' addresses are those of load balancers: then addresses are counted
     *     by {@link #enter} and {@link #leave} only
     * @param heapPressure asked for each connection; true if there is no memory for one more
     */
    ConnectionLimits(
            ConnectionProperties limits,
            boolean proxied,
            BooleanSupplier heapPressure,
            ConnectionRefusals refusals) {
        this.total = limits.total();
        this.proxied = proxied;
        this.perAddress = new ConnectionsPerAddress(limits.perAddress());
        this.heapPressure = heapPressure;
        this.refusals = refusals;
    }

    @Override
    public boolean admit(InetSocketAddress remote) {
        if (heapPressure.getAsBoolean()) {
            return refuse(ConnectionRefusal.HEAP_PRESSURE);
        }
        if (open.incrementAndGet() > total) {
            open.decrementAndGet();
            return refuse(ConnectionRefusal.TOTAL_LIMIT);
        }
        if (!proxied && !enter(remote.getAddress())) {
            open.decrementAndGet();
            return false;
        }
        return true;
    }

    @Override
    public void released(InetSocketAddress remote) {
        open.decrementAndGet();
        if (!proxied) {
            leave(remote.getAddress());
        }
    }

    /** Counts a connection of an address; false if it is one too many. */
    boolean enter(InetAddress address) {
        return perAddress.enter(address) || refuse(ConnectionRefusal.ADDRESS_LIMIT);
    }

    /** A connection of an address is gone. */
    void leave(InetAddress address) {
        perAddress.leave(address);
    }

    private boolean refuse(ConnectionRefusal reason) {
        refusals.refused(reason);
        return false;
    }

    /** Connections that are open now, counted from their acceptance until the socket is closed. */
    public int open() {
        return open.get();
    }

    /** How many different addresses have a connection now. */
    public int addresses() {
        return perAddress.addresses();
    }
}
