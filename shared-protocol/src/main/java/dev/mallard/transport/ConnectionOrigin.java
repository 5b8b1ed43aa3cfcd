package dev.mallard.transport;

import io.netty.channel.Channel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * Where a connection comes from.
 *
 * @param server whether the peer opened it
 * @param factoryName name of the connection factory
 * @param remote address of the peer
 * @param hostAddress that address in numbers
 * @param id unique within the process
 */
record ConnectionOrigin(
        boolean server,
        String factoryName,
        InetSocketAddress remote,
        String hostAddress,
        String id) {

    /** Reads the addresses of an active channel. */
    static ConnectionOrigin of(Channel channel, boolean server, String factoryName, long number) {
        InetSocketAddress known = channel.attr(NettyConnection.REMOTE_ADDRESS).get();
        InetSocketAddress remote = known != null ? known : address(channel.remoteAddress());
        InetAddress resolved = remote.getAddress();
        String host = resolved == null ? remote.getHostString() : resolved.getHostAddress();
        int localPort = address(channel.localAddress()).getPort();
        String id = host + ':' + remote.getPort() + ':' + localPort + ':' + number;
        return new ConnectionOrigin(server, factoryName, remote, host, id);
    }

    /** A peer that is gone already leaves no address behind. */
    private static InetSocketAddress address(SocketAddress address) {
        return address instanceof InetSocketAddress inet
                ? inet
                : InetSocketAddress.createUnresolved("unknown", 0);
    }
}
