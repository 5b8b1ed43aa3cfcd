package dev.mallard.bots.client;

/** The server does not take what this client sends, and the bounded queue of unsent packets is full. */
public final class SendQueueFullException extends GameClientException {

    private static final long serialVersionUID = 1L;

    SendQueueFullException(int capacity) {
        super(capacity + " packets wait to be sent and the server takes none");
    }
}
