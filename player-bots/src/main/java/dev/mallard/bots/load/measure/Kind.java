package dev.mallard.bots.load.measure;

import java.util.Locale;

/** What a latency is measured of: a request and its answer, or a packet on its way to another player. */
public enum Kind {
    REGISTER(Group.ACCOUNT, "password hashing included"),
    LOGIN(Group.ACCOUNT, "password hashing included"),
    LIST_ROOMS(Group.INTERACTIVE, "request to answer"),
    CREATE_ROOM(Group.INTERACTIVE, "request to answer"),
    JOIN_ROOM(Group.INTERACTIVE, "request to answer"),
    LEAVE_ROOM(Group.INTERACTIVE, "request to answer"),
    PREPARE_GAME(Group.START, "request until the game is created"),
    START_GAME(Group.START, "request until the game has started"),
    CHAT(Group.INTERACTIVE, "message until the speaker sees it"),
    USE_ITEM(Group.INTERACTIVE, "request to answer"),
    TAKE_OFF(Group.INTERACTIVE, "request to answer"),
    CHAT_HEARD(Group.INTERACTIVE, "message until another player sees it"),
    POSITION_SEEN(Group.TICK, "step until another player sees it, the wait for the tick included");

    /** What may be compared with each other. */
    public enum Group {
        /** Answers that wait for nothing but the services. */
        INTERACTIVE,
        /** Slow on purpose. */
        ACCOUNT,
        /** Once a game. */
        START,
        /** Sent at the next tick of the game. */
        TICK
    }

    private final Group group;
    private final String meaning;

    Kind(Group group, String meaning) {
        this.group = group;
        this.meaning = meaning;
    }

    public Group group() {
        return group;
    }

    /** From where to where the latency counts, in words. */
    public String meaning() {
        return meaning;
    }

    /** Whether this is a request that has to be answered. */
    public boolean request() {
        return this != CHAT_HEARD && this != POSITION_SEEN;
    }

    /** Whether this is a request to a game, which a game that ends may leave unanswered. */
    public boolean inGame() {
        return this == START_GAME || this == CHAT || this == USE_ITEM || this == TAKE_OFF;
    }

    /** Whether a player gets such an answer only if it has asked, and once for each time. */
    public boolean onlyOnRequest() {
        return request() && this != START_GAME && this != USE_ITEM && this != TAKE_OFF;
    }

    /** The name on the command line and in reports, such as {@code list-rooms}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
