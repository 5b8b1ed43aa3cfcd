package dev.mallard.lobby.room;

import org.jspecify.annotations.Nullable;

/**
 * The room a user is in.
 *
 * @param userId the user
 * @param sessionNumber the session in which the user entered the room
 * @param roomId the room
 * @param state the state of the room
 * @param gameInstance the game service instance that runs the room's game, or null
 */
public record Whereabouts(
        int userId,
        long sessionNumber,
        int roomId,
        RoomState state,
        @Nullable String gameInstance) {}
