package dev.mallard.bots.scenario;

/** What a client has to know of a kind of monster to move it. */
enum MonsterKind {
    DUCKLING(201, "Duckling", 10),
    FIGHTER_DUCK(202, "Fighter Duck", 10),
    HOPLITE_DUCK(203, "Hoplite Duck", 10),
    MASCOT_DUCK(204, "Mascot Duck", 8),
    HACKER_DUCK(205, "Hacker Duck", 8),
    STALKER_DUCK(206, "Stalker Duck", 8),
    BEAM_DUCK(207, "Beam Duck", 11),
    MALLARD_KING(208, "Mallard King", 13);

    /** World units per second for each point of a kind's speed; the server leaves it to the clients. */
    private static final double PACE = 0.4;

    private final int code;
    private final String label;
    private final int speed;

    MonsterKind(int code, String label, int speed) {
        this.code = code;
        this.label = label;
        this.speed = speed;
    }

    int code() {
        return code;
    }

    String label() {
        return label;
    }

    double unitsPerSecond() {
        return speed * PACE;
    }

    /**
     * @throws IllegalArgumentException if there is no such kind
     */
    static MonsterKind of(int code) {
        for (MonsterKind kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of monster has the code " + code);
    }
}
