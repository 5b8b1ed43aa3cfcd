package dev.mallard.bots.client;

import java.time.Duration;

/** What was waited for did not come in time. */
public final class ResponseTimeoutException extends GameClientException {

    private static final long serialVersionUID = 1L;

    ResponseTimeoutException(String waitingFor, Duration timeout) {
        super("no " + waitingFor + " within " + timeout.toMillis() + " ms");
    }
}
