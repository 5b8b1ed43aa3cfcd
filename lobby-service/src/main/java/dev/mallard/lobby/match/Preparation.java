package dev.mallard.lobby.match;

import dev.mallard.lobby.room.RoomLocks;
import dev.mallard.lobby.room.RoomSnapshot;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.Packets;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.PrepareGame;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.Outbound;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;

/**
 * Carries a preparation through: the owner's gateway is asked to have the game created, and what comes of it,
 * or does not come in time, moves the room on or back. Any thread that may wait.
 */
@Component
class Preparation {

    private static final Logger log = LoggerFactory.getLogger(Preparation.class);

    private final PreparationService service;
    private final PreparationProperties properties;
    private final PreparationMetrics metrics;
    private final GameCancellation cancellation;
    private final RoomLocks locks;
    private final Outbound outbound;
    private final GatewayLinks links;
    private final Clock clock;
    // Used by the sweeping thread alone.
    private @Nullable Instant connectedSince;

    Preparation(
            PreparationService service,
            PreparationProperties properties,
            PreparationMetrics metrics,
            GameCancellation cancellation,
            RoomLocks locks,
            Outbound outbound,
            GatewayLinks links,
            Clock clock) {
        this.service = service;
        this.properties = properties;
        this.metrics = metrics;
        this.cancellation = cancellation;
        this.locks = locks;
        this.outbound = outbound;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Begins a preparation.
     *
     * @param begun run when the room is being prepared, before anybody else hears of it
     */
    void begin(int roomId, int ownerId, Runnable begun) {
        locks.run(
                roomId,
                () -> {
                    RoomSnapshot room = service.begin(roomId, ownerId);
                    begun.run();
                    LinkControl message =
                            LinkControl.newBuilder()
                                    .setPrepareGame(
                                            PrepareGame.newBuilder().setRoom(room.toGameMessage()))
                                    .build();
                    if (outbound.control(ownerId, message) == null) {
                        service.failed(roomId).ifPresent(r -> metrics.ended(r, "OWNER_GONE"));
                    }
                });
    }

    /** A gateway reports that a game was created. */
    void created(GatewayLink link, int gameId, String instance, long fence) {
        locks.run(
                gameId,
                () -> {
                    switch (service.created(gameId, instance, fence)) {
                        case GameCreation.Playing(RoomSnapshot room) ->
                                succeeded(room, gameId, instance);
                        case GameCreation.Known known ->
                                log.debug("Game {} is known to run on {}", gameId, instance);
                        case GameCreation.Unwanted unwanted -> refuse(link, gameId, instance);
                    }
                });
    }

    /** A gateway reports that a game goes on at another instance. */
    void moved(GatewayLink link, int gameId, String instance, long fence) {
        locks.run(
                gameId,
                () -> {
                    switch (service.moved(gameId, instance, fence)) {
                        case GameMove.Created(RoomSnapshot room) ->
                                succeeded(room, gameId, instance);
                        case GameMove.Recorded recorded ->
                                log.info("Game {} goes on at {}", gameId, instance);
                        case GameMove.Unwanted unwanted -> refuse(link, gameId, instance);
                    }
                });
    }

    private void succeeded(RoomSnapshot room, int gameId, String instance) {
        metrics.ended(room, "SUCCESS");
        log.info("Game {} runs on {}", gameId, instance);
    }

    private void refuse(GatewayLink link, int gameId, String instance) {
        log.info("Nobody wants game {} on {} any more", gameId, instance);
        cancellation.cancel(link, gameId, instance);
    }

    /** A gateway reports that a game was not created: its room waits again, and the owner is told why. */
    void notCreated(int gameId, ErrorCode reason) {
        locks.run(
                gameId,
                () ->
                        service.failed(gameId)
                                .ifPresent(
                                        room -> {
                                            metrics.ended(room, reason.name());
                                            tellOwner(room, reason);
                                        }));
    }

    /**
     * Gives up preparations that take too long. Every lobby looks; the database makes it happen once. A lobby
     * without gateways could not cancel the games, and one that has just got some may not have heard yet
     * what has become of them: both wait.
     */
    @Scheduled(fixedDelayString = "${mallard.lobby.sweep-interval:1s}")
    synchronized void giveUpLateOnes() {
        Instant now = clock.instant();
        if (links.any() == null) {
            connectedSince = null;
            return;
        }
        if (connectedSince == null) {
            connectedSince = now;
        }
        Instant tooLongAgo = now.minus(properties.timeout());
        if (connectedSince.isAfter(tooLongAgo)) {
            return;
        }
        try {
            for (int roomId : service.preparingSinceBefore(tooLongAgo)) {
                locks.run(roomId, () -> giveUp(roomId, tooLongAgo));
            }
        } catch (RequestRejectedException databaseAway) {
            log.debug("Preparations are not looked through: {}", databaseAway.code());
        }
    }

    private void giveUp(int roomId, Instant tooLongAgo) {
        service.failedSince(roomId, tooLongAgo)
                .ifPresent(
                        room -> {
                            log.warn("The game of room {} was not created in time", roomId);
                            metrics.ended(room, "TIMEOUT");
                            cancellation.cancelEverywhere(room);
                            tellOwner(room, ErrorCode.GAME_CREATE_FAILED);
                        });
    }

    private void tellOwner(RoomSnapshot room, ErrorCode reason) {
        outbound.send(room.ownerId(), Packets.error(reason, clock.millis()));
    }
}
