package dev.mallard.game.content;

/** What kind of weapon it is. */
public enum WeaponType {
    SWORD,
    AXE,
    BOW,
    STAFF;

    /** Whether objects can be hit with it. */
    public boolean melee() {
        return this == SWORD || this == AXE;
    }
}
