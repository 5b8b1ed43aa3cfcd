package dev.mallard.game.world;

/**
 * A monster without its place.
 *
 * @param monsterId id, unique in one game
 * @param monsterCode kind of monster
 */
public record MonsterRef(int monsterId, int monsterCode) {}
