package dev.mallard.game.ops;

/**
 * All games in figures.
 *
 * @param games live games
 * @param players users who have a seat
 * @param acceptingGames whether new games are wanted
 * @param waitingCommands commands that wait for all games
 * @param deepestMailbox commands that wait for the game for which most wait
 * @param unrecordedEnds ended games whose end the lobby has not recorded
 * @param unrecordedMoves games from other services of which the lobby has not recorded that they are here
 */
record GamesSummary(
        int games,
        int players,
        boolean acceptingGames,
        long waitingCommands,
        int deepestMailbox,
        int unrecordedEnds,
        int unrecordedMoves) {}
