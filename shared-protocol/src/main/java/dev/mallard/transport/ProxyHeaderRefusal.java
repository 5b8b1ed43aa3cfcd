package dev.mallard.transport;

/** Why a connection was closed that had to begin with a header of the PROXY protocol. */
public enum ProxyHeaderRefusal {
    /** The first bytes are those of something else. */
    NO_PROXY_HEADER,
    /** It begins like a header, but is too long or says what it must not. */
    MALFORMED,
    /** The header was not complete in time. */
    TIMEOUT,
    /** The socket's peer is none of the trusted proxies. */
    UNTRUSTED_PROXY
}
