package dev.mallard.game.content;

/**
 * A food.
 *
 * @param code 1 to 100
 * @param name display name
 * @param hitPoints given back by one unit
 * @param hunger given back by one unit, 100 = full
 * @param grade item grade
 */
public record Food(int code, String name, int hitPoints, int hunger, Grade grade) {}
