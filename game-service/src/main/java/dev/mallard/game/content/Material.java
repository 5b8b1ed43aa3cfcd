package dev.mallard.game.content;

/**
 * An item that is neither eaten nor worn.
 *
 * @param code 801 and above
 * @param name display name
 * @param grade item grade
 */
public record Material(int code, String name, Grade grade) {}
