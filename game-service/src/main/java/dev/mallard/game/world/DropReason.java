package dev.mallard.game.world;

/** Why a request was ignored without an answer. Names serve as metric tags. */
public enum DropReason {
    /** The sender has no seat in this game. */
    NOT_IN_GAME,
    /** The game is prepared, but not started. */
    GAME_NOT_STARTED,
    /** The game has ended. */
    GAME_ENDED,
    /** The acting player is dead. */
    PLAYER_DEAD,
    /** A coordinate or direction is NaN, infinite, or outside the world. */
    INVALID_COORDINATE,
    /** More requests than the rate limit allows. */
    TOO_FAST,
    /** The distance rule is violated. */
    OUT_OF_REACH,
    /** The monster does not exist or is dead. */
    MONSTER_UNKNOWN,
    /** The object was destroyed before. */
    OBJECT_DESTROYED,
    /** The sender may not report this. */
    NOT_ENTITLED,
    /** No wave waits for positions, or the entry was not asked for. */
    NOT_REQUESTED,
    /** The player wears no sword or axe. */
    NO_MELEE_WEAPON,
    /** The player does not hold that box. */
    BOX_NOT_HELD,
    /** More entries than there are monsters. */
    TOO_MANY_ENTRIES
}
