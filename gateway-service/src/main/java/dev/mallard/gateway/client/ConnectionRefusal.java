package dev.mallard.gateway.client;

/** Why a connection was closed before it became a session. The name is what the metrics show. */
public enum ConnectionRefusal {
    /** There are as many connections as there may be. */
    TOTAL_LIMIT,
    /** There are as many connections from this address as there may be. */
    ADDRESS_LIMIT,
    /** The heap is nearly full. */
    HEAP_PRESSURE,
    /** The PROXY protocol is expected, and the connection does not begin with its header. */
    NO_PROXY_HEADER,
    /** The header of the PROXY protocol cannot be read. */
    MALFORMED_PROXY_HEADER,
    /** The header of the PROXY protocol did not come in time. */
    PROXY_HEADER_TIMEOUT,
    /** The connection does not come from a trusted load balancer. */
    UNTRUSTED_PROXY,
    /** TLS is expected, and the client does not speak it. */
    TLS_PLAIN_TEXT,
    /** A certificate has expired, the client's or, as the client says, the gateway's. */
    TLS_CERTIFICATE_EXPIRED,
    /** The two did not agree on TLS: an unknown authority, no common protocol. */
    TLS_HANDSHAKE_FAILED,
    /** The TLS handshake was not over in time. */
    TLS_TIMEOUT,
    /** The client went away during the TLS handshake. */
    TLS_CLOSED
}
