package dev.mallard.game.content;

/**
 * What is in a fresh box.
 *
 * @param slots number of slots
 * @param minItems smallest number of items
 * @param maxItems largest number of items
 * @param weaponPercent chance that an item is a weapon, otherwise it is a food
 * @param extraCode item that may lie in the box in addition
 * @param extraPercent chance of the additional item
 */
public record BoxFilling(
        int slots,
        int minItems,
        int maxItems,
        int weaponPercent,
        int extraCode,
        int extraPercent) {}
