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
    private static final Set<Kind> ACCOUNT = EnumSet.of(Kind.REGISTER, Kind.LOGIN);
    private static final Set<Kind> LOBBY =
            EnumSet.of(
                    Kind.LIST_ROOMS,
                    Kind.CREATE_ROOM,
                    Kind.JOIN_ROOM,
                    Kind.LEAVE_ROOM,
                    Kind.PREPARE_GAME);
    private static final Set<Kind> BEHIND_LOGIN =
            EnumSet.complementOf(EnumSet.of(Kind.REGISTER, Kind.LOGIN));
    private static final Set<Kind> NEEDS_LOBBY =
            EnumSet.complementOf(
                    EnumSet.of(
                            Kind.REGISTER,
                            Kind.START_GAME,
                            Kind.CHAT,
                            Kind.USE_ITEM,
                            Kind.TAKE_OFF));
    private static final Set<Kind> GAME =
            EnumSet.of(Kind.PREPARE_GAME, Kind.START_GAME, Kind.CHAT, Kind.USE_ITEM, Kind.TAKE_OFF);
    private static final Set<Kind> PREPARE = EnumSet.of(Kind.PREPARE_GAME);
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
            case "NICKNAME_TOO_SHORT",
                    "NICKNAME_TOO_LONG",
                    "NICKNAME_TAKEN",
                    "EMAIL_INVALID",
                    "EMAIL_TAKEN",
                    "PASSWORD_TOO_SHORT",
                    "PASSWORD_TOO_LONG",
                    "LOGIN_FAILED",
                    "LOGIN_THROTTLED",
                    "ALREADY_LOGGED_IN" ->
                    ACCOUNT;
            case "NOT_LOGGED_IN" -> BEHIND_LOGIN;
            case "LOBBY_UNAVAILABLE", "USER_NOT_IN_LOBBY", "ALREADY_IN_GAME" -> NEEDS_LOBBY;
            case "ROOM_LIMIT_REACHED",
                    "ALREADY_IN_ROOM",
                    "ROOM_NOT_FOUND",
                    "ROOM_FULL",
                    "ROOM_NOT_OPEN",
                    "NOT_ROOM_OWNER",
                    "ROOM_ALREADY_STARTED" ->
                    LOBBY;
            case "NO_GAME_SERVER", "GAME_CREATE_FAILED" -> PREPARE;
            case "GAME_UNAVAILABLE",
                    "NOT_HOST",
                    "GAME_ALREADY_STARTED",
                    "GAME_NOT_STARTED",
                    "INVALID_START_DATA" ->
                    GAME;
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
