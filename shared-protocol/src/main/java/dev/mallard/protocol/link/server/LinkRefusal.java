package dev.mallard.protocol.link.server;

import dev.mallard.protocol.link.message.Refusal;
import dev.mallard.transport.TlsFailure;

/** Why a connection did not become a link. The name is what the metrics show. */
enum LinkRefusal {
    /** The gateway does not know the secret. */
    WRONG_SECRET,
    /** The gateway speaks another version of the link protocol. */
    WRONG_VERSION,
    /** The first frame is no complete hello. */
    BAD_HELLO,
    /** No hello came in time. */
    NO_HELLO,
    /** What came is no link frame. */
    MALFORMED,
    /** TLS is expected, and the peer does not speak it. */
    TLS_PLAIN_TEXT,
    /** A certificate has expired, the gateway's or, as the gateway says, our own. */
    TLS_CERTIFICATE_EXPIRED,
    /** The two did not agree on TLS: an unknown authority, no common protocol. */
    TLS_HANDSHAKE_FAILED,
    /** The TLS handshake was not over in time. */
    TLS_TIMEOUT,
    /** The peer went away during the TLS handshake. */
    TLS_CLOSED;

    static LinkRefusal of(Refusal.Reason reason) {
        return switch (reason) {
            case WRONG_SECRET -> WRONG_SECRET;
            case WRONG_VERSION -> WRONG_VERSION;
            case BAD_HELLO, UNSPECIFIED, UNRECOGNIZED -> BAD_HELLO;
        };
    }

    static LinkRefusal of(TlsFailure failure) {
        return switch (failure) {
            case PLAIN_TEXT -> TLS_PLAIN_TEXT;
            case CERTIFICATE_EXPIRED -> TLS_CERTIFICATE_EXPIRED;
            case HANDSHAKE_FAILED -> TLS_HANDSHAKE_FAILED;
            case TIMEOUT -> TLS_TIMEOUT;
            case CLOSED -> TLS_CLOSED;
        };
    }
}
