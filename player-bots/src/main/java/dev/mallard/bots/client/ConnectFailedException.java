package dev.mallard.bots.client;

/** No connection to the gateway could be made. */
public final class ConnectFailedException extends GameClientException {

    private static final long serialVersionUID = 1L;

    ConnectFailedException(String host, int port, Throwable cause) {
        super("cannot connect to " + host + ":" + port + ": " + cause.getMessage(), cause);
    }
}
