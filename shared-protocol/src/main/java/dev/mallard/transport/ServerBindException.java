package dev.mallard.transport;

/**
 * A server could not listen on its port. The message names the address, the port and the cause, and
 * is meant to be shown as it is.
 */
public final class ServerBindException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int port;

    ServerBindException(String address, int port, Throwable cause) {
        super("Cannot listen on port " + port + " (" + address + "): " + cause.getMessage(), cause);
        this.port = port;
    }

    /**
     * @return the port that was asked for
     */
    public int port() {
        return port;
    }
}
