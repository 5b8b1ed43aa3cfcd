package dev.mallard.bots.client;

/** The connection is over, and with it whatever was waited for. */
public final class ConnectionEndedException extends GameClientException {

    private static final long serialVersionUID = 1L;

    private final ConnectionEnd end;

    ConnectionEndedException(String waitingFor, ConnectionEnd end) {
        super("the connection ended (" + end + ") while waiting for " + waitingFor);
        this.end = end;
    }

    public ConnectionEnd end() {
        return end;
    }
}
