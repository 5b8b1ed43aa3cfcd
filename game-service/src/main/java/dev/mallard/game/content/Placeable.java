package dev.mallard.game.content;

/**
 * Something a player can build.
 *
 * @param code what the client requests, above 0
 * @param name display name
 * @param objectCode the wall that appears
 * @param consumes item of which one unit is used up
 */
public record Placeable(int code, String name, int objectCode, int consumes) {}
