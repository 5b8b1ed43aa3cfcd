package dev.mallard.bots.load.player;

import dev.mallard.bots.load.measure.Kind;
import dev.mallard.protocol.message.S2CErrorNotification;

import java.util.EnumSet;
import java.util.Set;

/** What errors are counted under. */
final class ErrorIdentifiers {

    /** The server ended the connection and said so. */
    static final String GET_OUT = "GET_OUT";

    private static final String UNKNOWN = "UNKNOWN_ERROR";

    private static final Set<Kind> ANYTHING = EnumSet.allOf(Kind.class);
    private static final Set<Kind> CHAT = EnumSet.of(Kind.CHAT);
    private static final Set<Kind> ITEMS = EnumSet.of(Kind.USE_ITEM, Kind.TAKE_OFF);

    private ErrorIdentifiers() {}

    /** The kinds of requests that an error can be the answer to. */
    static Set<Kind> about(String identifier) {
        return switch (identifier) {
            case "CHAT_EMPTY", "CHAT_TOO_LONG", "CHAT_TOO_FAST" -> CHAT;
            case "PLAYER_DEAD",
                    "ITEM_NOT_OWNED",
                    "ITEM_NOT_USABLE",
                    "INVENTORY_FULL",
                    "NOTHING_EQUIPPED",
                    "WRONG_EQUIPPED_ITEM",
                    "NOT_EQUIPMENT" ->
                    ITEMS;
            default -> ANYTHING;
        };
    }

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
