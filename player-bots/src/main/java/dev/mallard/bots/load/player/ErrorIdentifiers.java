package dev.mallard.bots.load.player;

import dev.mallard.protocol.message.S2CErrorNotification;

/** What errors are counted under. */
final class ErrorIdentifiers {

    /** The server ended the connection and said so. */
    static final String GET_OUT = "GET_OUT";

    private static final String UNKNOWN = "UNKNOWN_ERROR";

    private ErrorIdentifiers() {}

    /** The stable name at the beginning of the error's text, which is bounded and of one word. */
    static String of(S2CErrorNotification error) {
        String text = error.getErrorMessage();
        int end = text.indexOf(':');
        boolean name = end > 0 && end <= 40;
        for (int i = 0; name && i < end; i++) {
            char c = text.charAt(i);
            name = c >= 'A' && c <= 'Z' || c == '_';
        }
        return name ? text.substring(0, end) : UNKNOWN;
    }
}
