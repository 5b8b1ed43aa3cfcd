package dev.mallard.game.content;

/** The grade of an item, in ascending order. {@link #SPECIAL} is for materials only. */
public enum Grade {
    COMMON,
    RARE,
    EPIC,
    LEGENDARY,
    SPECIAL;

    /** The grade above; {@link #LEGENDARY} and {@link #SPECIAL} have none and stay. */
    public Grade next() {
        return switch (this) {
            case COMMON -> RARE;
            case RARE -> EPIC;
            case EPIC, LEGENDARY -> LEGENDARY;
            case SPECIAL -> SPECIAL;
        };
    }
}
