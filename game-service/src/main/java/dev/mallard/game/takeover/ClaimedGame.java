package dev.mallard.game.takeover;

/**
 * A game that was taken from an owner who is gone.
 *
 * @param game the game, with its new fence
 * @param formerInstance name of the instance that had it
 */
public record ClaimedGame(StoredGame game, String formerInstance) {}
