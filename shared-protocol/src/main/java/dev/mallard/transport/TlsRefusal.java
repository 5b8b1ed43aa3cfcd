package dev.mallard.transport;

import io.netty.channel.Channel;

import java.net.ConnectException;

/** The peer was there, but TLS failed. */
final class TlsRefusal extends ConnectException {

    private static final long serialVersionUID = 1L;

    private final TlsFailure failure;

    private TlsRefusal(TlsFailure failure) {
        super("the TLS handshake failed (" + failure + ")");
        this.failure = failure;
    }

    TlsFailure failure() {
        return failure;
    }

    /** Why a channel of a client has ended before its connection was open. */
    static ConnectException whyNotReady(Channel channel) {
        TlsFailure failure = channel.attr(TlsHandshakeHandler.FAILURE).get();
        if (failure == null && channel.pipeline().get(TlsHandshakeHandler.class) != null) {
            // The handler hears of the end after those who wait for it.
            failure = TlsFailure.CLOSED;
        }
        return failure == null
                ? new ConnectException("closed before it was ready")
                : new TlsRefusal(failure);
    }
}
