package dev.mallard.transport;

import org.springframework.integration.ip.IpHeaders;
import org.springframework.messaging.MessageHeaders;

import java.util.Map;

/** The headers that all messages of one connection share: who sent it, without id or time stamp. */
final class ConnectionHeaders extends MessageHeaders {

    private static final long serialVersionUID = 1L;

    ConnectionHeaders(NettyConnection connection) {
        super(
                Map.of(
                        IpHeaders.CONNECTION_ID, connection.getConnectionId(),
                        IpHeaders.IP_ADDRESS, connection.getHostAddress(),
                        IpHeaders.HOSTNAME, connection.getHostName(),
                        IpHeaders.REMOTE_PORT, connection.getPort()),
                ID_VALUE_NONE,
                -1L);
    }
}
