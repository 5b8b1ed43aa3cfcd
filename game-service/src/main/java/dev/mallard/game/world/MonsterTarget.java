package dev.mallard.game.world;

/**
 * Whom a monster chases.
 *
 * @param monsterId the monster
 * @param targetId user id of the chased player; 0 = nobody
 */
public record MonsterTarget(int monsterId, int targetId) {}
