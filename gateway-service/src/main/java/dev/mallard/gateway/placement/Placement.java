package dev.mallard.gateway.placement;

import dev.mallard.gateway.upstream.UpstreamLink;

import java.util.concurrent.ScheduledFuture;

/**
 * A game that is being created.
 *
 * @param gameId the game, which is also the room's id
 * @param ownerId the owner of the room
 * @param lobby where the wish came from
 * @param game where the game is being created
 * @param expiry forgets the placement
 */
record Placement(
        int gameId,
        int ownerId,
        UpstreamLink lobby,
        UpstreamLink game,
        ScheduledFuture<?> expiry) {}
