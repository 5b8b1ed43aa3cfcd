package dev.mallard.game.world;

/**
 * Where a player is.
 *
 * @param playerId user id
 * @param x world x
 * @param y world y
 */
public record PlayerPosition(int playerId, float x, float y) {}
