package dev.mallard.protocol;

/**
 * The errors a client can be told about. On the wire an error is a line {@code IDENTIFIER: message}; the
 * identifier is stable and safe to test for, the message is for people and may be reworded.
 */
public enum ErrorCode {
    // Sent by the gateway, some of them by every service.
    UNKNOWN_PACKET_TYPE(Blame.CLIENT, "This packet type is not supported."),
    MALFORMED_PAYLOAD(Blame.CLIENT, "The packet payload could not be read."),
    FRAME_TOO_LARGE(Blame.CLIENT, "The packet is larger than the server accepts."),
    RATE_LIMITED(Blame.CLIENT, "Too many packets in a short time."),
    INTERNAL_ERROR(Blame.SERVER, "The server could not process the request."),
    SERVER_BUSY(Blame.SERVER, "The server is busy. Try again later."),
    NICKNAME_TOO_SHORT(Blame.CLIENT, "The nickname needs at least 2 characters."),
    NICKNAME_TOO_LONG(Blame.CLIENT, "The nickname may have at most 20 characters."),
    EMAIL_INVALID(Blame.CLIENT, "The e-mail address is not valid."),
    PASSWORD_TOO_SHORT(Blame.CLIENT, "The password needs at least 6 characters."),
    PASSWORD_TOO_LONG(Blame.CLIENT, "The password may have at most 64 characters."),
    NICKNAME_TAKEN(Blame.CLIENT, "This nickname is already in use."),
    EMAIL_TAKEN(Blame.CLIENT, "This e-mail address is already registered."),
    LOGIN_FAILED(Blame.CLIENT, "The e-mail address or the password is wrong."),
    LOGIN_THROTTLED(Blame.CLIENT, "Too many failed logins. Try again later."),
    ALREADY_LOGGED_IN(Blame.CLIENT, "This connection is already logged in."),
    NOT_LOGGED_IN(Blame.CLIENT, "Log in first."),
    ALREADY_IN_GAME(Blame.CLIENT, "This is not possible during a game."),
    LOBBY_UNAVAILABLE(Blame.SERVER, "The lobby cannot be reached at the moment."),
    GAME_UNAVAILABLE(Blame.SERVER, "The game server cannot be reached at the moment."),
    NO_GAME_SERVER(Blame.SERVER, "No game server is available. Try again later."),
    // Sent by the lobby.
    USER_NOT_IN_LOBBY(Blame.SERVER, "The lobby does not know this user. Log in again."),
    ROOM_NAME_EMPTY(Blame.CLIENT, "The room needs a name."),
    ROOM_NAME_TOO_LONG(Blame.CLIENT, "The room name may have at most 25 characters."),
    ROOM_CAPACITY_INVALID(Blame.CLIENT, "The room size must be between 2 and 8."),
    ALREADY_IN_ROOM(Blame.CLIENT, "Leave the current room first."),
    ROOM_LIMIT_REACHED(Blame.SERVER, "No more rooms can be created at the moment."),
    ROOM_NOT_FOUND(Blame.CLIENT, "The room does not exist."),
    ROOM_FULL(Blame.CLIENT, "The room is full."),
    ROOM_NOT_OPEN(Blame.CLIENT, "The game of this room has already started."),
    NOT_IN_ROOM(Blame.CLIENT, "You are not in a room."),
    NOT_ROOM_OWNER(Blame.CLIENT, "Only the room owner can do this."),
    ROOM_ALREADY_STARTED(Blame.CLIENT, "The game of this room was already requested."),
    // Sent by the game service.
    GAME_CREATE_FAILED(Blame.SERVER, "The game could not be created."),
    NOT_HOST(Blame.CLIENT, "Only the host can do this."),
    GAME_ALREADY_STARTED(Blame.CLIENT, "The game has already started."),
    GAME_NOT_STARTED(Blame.CLIENT, "The game has not started yet."),
    INVALID_START_DATA(Blame.CLIENT, "The start data does not fit the prepared game."),
    PLAYER_DEAD(Blame.CLIENT, "You cannot do this while you are dead."),
    CHAT_EMPTY(Blame.CLIENT, "The message is empty."),
    CHAT_TOO_LONG(Blame.CLIENT, "The message may have at most 200 characters."),
    CHAT_TOO_FAST(Blame.CLIENT, "You are sending messages too fast."),
    ITEM_NOT_OWNED(Blame.CLIENT, "You do not have this item."),
    ITEM_NOT_USABLE(Blame.CLIENT, "This item cannot be used."),
    INVALID_COUNT(Blame.CLIENT, "The amount must be at least 1."),
    INVENTORY_FULL(Blame.CLIENT, "Your inventory is full."),
    NOTHING_EQUIPPED(Blame.CLIENT, "Nothing is worn there."),
    WRONG_EQUIPPED_ITEM(Blame.CLIENT, "This item is not the one that is worn."),
    NOT_EQUIPMENT(Blame.CLIENT, "This item cannot be worn."),
    FIELD_ITEM_NOT_FOUND(Blame.CLIENT, "There is no item here."),
    TOO_FAR(Blame.CLIENT, "You are too far away."),
    BOX_NOT_FOUND(Blame.CLIENT, "The box does not exist."),
    BOX_IN_USE(Blame.CLIENT, "Another player is using this box."),
    BOX_NOT_OPEN(Blame.CLIENT, "Open the box first."),
    BOX_FULL(Blame.CLIENT, "The box has no free slot."),
    BOX_ITEM_NOT_FOUND(Blame.CLIENT, "The box does not contain this item."),
    NOT_MUSTARD_MATERIAL(
            Blame.CLIENT, "The core accepts only honey, fried eggs and mustard seeds."),
    COMBINE_MATERIAL_MISSING(Blame.CLIENT, "Two items are needed."),
    COMBINE_INCOMPATIBLE(Blame.CLIENT, "These items cannot be combined."),
    COMBINE_NOT_A_WEAPON(Blame.CLIENT, "Honey mustard can be applied only to a plain weapon."),
    NOT_PLACEABLE(Blame.CLIENT, "This item cannot be placed."),
    INVALID_POSITION(Blame.CLIENT, "The position is not valid."),
    PLACEMENT_LIMIT(Blame.CLIENT, "No more walls can be placed."),
    FIELD_FULL(Blame.CLIENT, "Too many items lie on the ground."),
    OBJECT_NOT_FOUND(Blame.CLIENT, "The object does not exist.");

    /** Who caused an error. */
    private enum Blame {
        CLIENT,
        SERVER
    }

    private final boolean clientError;
    private final String message;

    ErrorCode(Blame blame, String message) {
        this.clientError = blame == Blame.CLIENT;
        this.message = message;
    }

    /** Whether the sender could have avoided the error; otherwise the server is at fault. */
    public boolean clientError() {
        return clientError;
    }

    /** Whether no proper client causes it, so that a client that goes on causing it is sent away. */
    public boolean protocolError() {
        return this == UNKNOWN_PACKET_TYPE || this == MALFORMED_PAYLOAD;
    }

    /** The line that the client gets: identifier, colon, message. */
    public String text() {
        return name() + ": " + message;
    }
}
