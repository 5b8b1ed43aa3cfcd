package dev.mallard.bots.client;

/** What can go wrong with a request; its kinds are worth a switch. */
public abstract sealed class GameClientException extends RuntimeException
        permits ConnectFailedException,
                ConnectionEndedException,
                ResponseTimeoutException,
                SendQueueFullException,
                ServerErrorException {

    private static final long serialVersionUID = 1L;

    GameClientException(String message) {
        super(message);
    }

    GameClientException(String message, Throwable cause) {
        super(message, cause);
    }
}
