package dev.mallard.bots.client;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.message.S2CErrorNotification;

/** The server answered a request with an error. */
public final class ServerErrorException extends GameClientException {

    private static final long serialVersionUID = 1L;
    private static final String SEPARATOR = ": ";

    private final String identifier;
    private final String text;
    private final boolean clientError;

    ServerErrorException(S2CErrorNotification error) {
        super(error.getErrorMessage());
        String message = error.getErrorMessage();
        int end = message.indexOf(SEPARATOR);
        this.identifier = end < 0 ? "" : message.substring(0, end);
        this.text = end < 0 ? message : message.substring(end + SEPARATOR.length());
        this.clientError = error.getClienterr();
    }

    /** The stable name of the error; empty if the server's message has none. */
    public String identifier() {
        return identifier;
    }

    /** What to show to people, without the identifier. */
    public String text() {
        return text;
    }

    /** Whether the request or the user's input is the cause; otherwise the server is. */
    public boolean clientError() {
        return clientError;
    }

    /** Whether this is the given error. */
    public boolean is(ErrorCode code) {
        return identifier.equals(code.name());
    }
}
