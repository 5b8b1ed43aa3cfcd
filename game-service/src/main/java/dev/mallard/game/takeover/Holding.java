package dev.mallard.game.takeover;

/**
 * A game that belongs to an owner.
 *
 * @param gameId the game
 * @param fence the fence with which the owner has it
 */
public record Holding(int gameId, long fence) {}
