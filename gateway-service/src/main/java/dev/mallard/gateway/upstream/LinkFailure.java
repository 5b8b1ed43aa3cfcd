package dev.mallard.gateway.upstream;

import dev.mallard.transport.ConnectFailedException;
import dev.mallard.transport.TlsFailure;

/** Why a link did not come up, or broke. The name is what the metrics show. */
enum LinkFailure {
    /** No connection could be opened. */
    UNREACHABLE(false),
    /** The instance does not speak TLS. */
    TLS_PLAIN_TEXT(true),
    /** A certificate has expired, the instance's or, as the instance says, the gateway's. */
    TLS_CERTIFICATE_EXPIRED(true),
    /** The two did not agree on TLS: an unknown authority, the wrong name, no common protocol. */
    TLS_HANDSHAKE_FAILED(true),
    /** The TLS handshake was not over in time. */
    TLS_TIMEOUT(false),
    /** The instance went away during the TLS handshake; it may not speak TLS. */
    TLS_CLOSED(false),
    /** The secrets of the gateway and the instance differ. */
    WRONG_SECRET(true),
    /** The instance speaks another version of the link protocol. */
    WRONG_VERSION(true),
    /** The instance is not of the group that it was looked for in. */
    WRONG_ROLE(true),
    /** The instance answered the hello with something else than a welcome. */
    BAD_WELCOME(true),
    /** The instance did not answer the hello in time. */
    NO_WELCOME(false),
    /** The instance closed the connection before it answered the hello; it may expect TLS. */
    CLOSED_EARLY(false),
    /** Nothing has come on the link for too long. */
    SILENT(false),
    /** What came on the link is no link frame, or none that an instance may send. */
    MALFORMED(false),
    /** The instance closed the link, with a goodbye or without. */
    CLOSED(false);

    private final boolean refusal;

    LinkFailure(boolean refusal) {
        this.refusal = refusal;
    }

    /** Whether the next attempt will fail as well, until somebody changes a configuration. */
    boolean isRefusal() {
        return refusal;
    }

    static LinkFailure of(ConnectFailedException failure) {
        TlsFailure tls = failure.tlsFailure();
        return tls == null ? UNREACHABLE : of(tls);
    }

    private static LinkFailure of(TlsFailure failure) {
        return switch (failure) {
            case PLAIN_TEXT -> TLS_PLAIN_TEXT;
            case CERTIFICATE_EXPIRED -> TLS_CERTIFICATE_EXPIRED;
            case HANDSHAKE_FAILED -> TLS_HANDSHAKE_FAILED;
            case TIMEOUT -> TLS_TIMEOUT;
            case CLOSED -> TLS_CLOSED;
        };
    }
}
