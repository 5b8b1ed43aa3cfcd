package dev.mallard.game.content;

/** A place on the body for one armour part. */
public enum ArmourSlot {
    TOP,
    BOTTOM,
    SHOES,
    HELMET,
    ACCESSORY
}
