package dev.mallard.gateway.client;

import dev.mallard.protocol.ErrorCode;

import org.jspecify.annotations.Nullable;

/** Why a session ends. The name is what the log and the metrics show. */
public enum DisconnectReason {
    /** The client closed the connection, or the network did. */
    CLIENT_CLOSED(Farewell.NONE, null),
    /** A frame carried another version than the server's. */
    WRONG_VERSION(Farewell.GET_OUT, null),
    /** A frame announced a larger payload than the client may send. */
    FRAME_TOO_LARGE(Farewell.GET_OUT, ErrorCode.FRAME_TOO_LARGE),
    /** A frame was begun and not completed in time. */
    FRAME_TIMEOUT(Farewell.GET_OUT, null),
    /** The client did not log in in time. */
    LOGIN_TIMEOUT(Farewell.GET_OUT, null),
    /** The client sends faster than it may. */
    RATE_LIMITED(Farewell.GET_OUT, ErrorCode.RATE_LIMITED),
    /** Too many unknown or unreadable packets. */
    TOO_MANY_PROTOCOL_ERRORS(Farewell.GET_OUT, null),
    /** The user has logged in again, here or elsewhere. */
    TAKEN_OVER(Farewell.GET_OUT, null),
    /** The client does not take what is sent to it. It would not take a farewell either. */
    SLOW_CONSUMER(Farewell.NONE, null),
    /** An operator has ended the session. */
    KICKED(Farewell.GET_OUT, null),
    /** The gateway stops. */
    SERVER_SHUTDOWN(Farewell.GET_OUT, null),
    /** The gateway failed. */
    INTERNAL_ERROR(Farewell.GET_OUT, ErrorCode.INTERNAL_ERROR);

    private enum Farewell {
        GET_OUT,
        NONE
    }

    private final Farewell farewell;
    private final @Nullable ErrorCode error;

    DisconnectReason(Farewell farewell, @Nullable ErrorCode error) {
        this.farewell = farewell;
        this.error = error;
    }

    /** Whether the client is told that the connection ends. */
    public boolean saysGetOut() {
        return farewell == Farewell.GET_OUT;
    }

    /** The error that the client gets before, or null for none. */
    public @Nullable ErrorCode error() {
        return error;
    }
}
