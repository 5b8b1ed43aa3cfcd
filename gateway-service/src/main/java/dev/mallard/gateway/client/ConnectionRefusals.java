package dev.mallard.gateway.client;

import dev.mallard.transport.ProxyHeaderRefusal;
import dev.mallard.transport.TlsFailure;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts the connections that were refused, for the metrics. Any thread. */
public final class ConnectionRefusals {

    private final LongAdder[] byReason =
            Stream.generate(LongAdder::new)
                    .limit(ConnectionRefusal.values().length)
                    .toArray(LongAdder[]::new);

    void refused(ConnectionRefusal reason) {
        byReason[reason.ordinal()].increment();
    }

    void refused(ProxyHeaderRefusal refusal) {
        refused(
                switch (refusal) {
                    case NO_PROXY_HEADER -> ConnectionRefusal.NO_PROXY_HEADER;
                    case MALFORMED -> ConnectionRefusal.MALFORMED_PROXY_HEADER;
                    case TIMEOUT -> ConnectionRefusal.PROXY_HEADER_TIMEOUT;
                    case UNTRUSTED_PROXY -> ConnectionRefusal.UNTRUSTED_PROXY;
                });
    }

    void refused(TlsFailure failure) {
        refused(
                switch (failure) {
                    case PLAIN_TEXT -> ConnectionRefusal.TLS_PLAIN_TEXT;
                    case CERTIFICATE_EXPIRED -> ConnectionRefusal.TLS_CERTIFICATE_EXPIRED;
                    case HANDSHAKE_FAILED -> ConnectionRefusal.TLS_HANDSHAKE_FAILED;
                    case TIMEOUT -> ConnectionRefusal.TLS_TIMEOUT;
                    case CLOSED -> ConnectionRefusal.TLS_CLOSED;
                });
    }

    /** Connections refused for a reason since the start. */
    public long count(ConnectionRefusal reason) {
        return byReason[reason.ordinal()].sum();
    }
}
