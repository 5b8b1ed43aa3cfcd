package dev.mallard.gateway.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts the connections of each address. IPv6 addresses count by their network of 64 bits, since anybody
 * who has one of those addresses has them all. Any thread.
 */
final class ConnectionsPerAddress {

    private static final int NETWORK_BYTES = 8;

    private final ConcurrentMap<InetAddress, Integer> counts = new ConcurrentHashMap<>();
    private final int limit;

    /**
     * @param limit connections that one address may have, at least 1
     */
    ConnectionsPerAddress(int limit) {
        this.limit = limit;
    }

    /**
     * Counts a connection.
     *
     * @return false if it is one too many; then it does not count
     */
    boolean enter(InetAddress address) {
        boolean[] entered = {false};
        counts.compute(
                network(address),
                (network, count) -> {
                    int before = count == null ? 0 : count;
                    entered[0] = before < limit;
                    return entered[0] ? Integer.valueOf(before + 1) : count;
                });
        return entered[0];
    }

    /** A connection that was counted is gone. */
    void leave(InetAddress address) {
        counts.computeIfPresent(network(address), (network, count) -> count > 1 ? count - 1 : null);
    }

    /** How many addresses have a connection. */
    int addresses() {
        return counts.size();
    }

    private static InetAddress network(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address;
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
