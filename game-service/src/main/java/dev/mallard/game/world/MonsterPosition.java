package dev.mallard.game.world;

/**
 * Where a monster is. In requests the code is what the client believes; it is never used.
 *
 * @param monsterId id, unique in one game
 * @param monsterCode kind of monster
 * @param x world x
 * @param y world y
 */
public record MonsterPosition(int monsterId, int monsterCode, float x, float y) {}
