package dev.mallard.bots.load.measure;

/**
 * Where the players are.
 *
 * @param offline not logged in
 * @param lobby logged in, in no room
 * @param room in a room whose game does not run yet
 * @param playing in a running game
 */
public record Headcount(int offline, int lobby, int room, int playing) {}
