package dev.mallard.gateway.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses behind a name. May take its time; never called on an event loop. */
@FunctionalInterface
public interface AddressResolver {

    /**
     * @return all addresses of the host, in any order
     * @throws UnknownHostException if there is none, or if nobody could be asked
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
