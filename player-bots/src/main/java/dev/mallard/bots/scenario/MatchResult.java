package dev.mallard.bots.scenario;

import java.time.Duration;

/**
 * What happened in a match.
 *
 * @param roomId the room, which is also the number of the game
 * @param won whether the king was killed, or the core has fallen
 * @param waves number of waves that came
 * @param monstersBeaten number of monsters that died
 * @param deaths number of deaths of players
 * @param revivals number of players who came back at dawn
 * @param errors number of errors the server sent during the game
 * @param duration from the first connection to the last check in the lobby
 */
public record MatchResult(
        int roomId,
        boolean won,
        int waves,
        int monstersBeaten,
        int deaths,
        int revivals,
        int errors,
        Duration duration) {}
