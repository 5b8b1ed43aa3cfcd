package dev.mallard.benchmarks.lobby;

import java.util.List;
import java.util.Locale;

/** What players and game services do with rooms. */
public enum RoomOperation {
    /** A user makes a room and is its owner. */
    CREATE,
    /** A user enters a room. */
    JOIN,
    /** A user asks for all rooms. */
    LIST,
    /** A member goes. */
    LEAVE,
    /** The owner asks for the game; ends when a game service is asked for it. */
    PREPARE,
    /** The game is created, ends, and is recorded; the room is gone. */
    END;

    /** The seats of a crew. */
    public static final int CREW = 4;

    /**
     * A step in the life of a room.
     *
     * @param seat which member of the crew it is
     */
    record Step(RoomOperation operation, int seat) {}

    /** The life of a room, from first to last. */
    static final List<Step> LIFE =
            List.of(
                    new Step(CREATE, 0),
                    new Step(JOIN, 1),
                    new Step(JOIN, 2),
                    new Step(JOIN, 3),
                    new Step(LIST, 1),
                    new Step(LEAVE, 3),
                    new Step(PREPARE, 0),
                    new Step(END, 0));

    /** What it is called in the tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
