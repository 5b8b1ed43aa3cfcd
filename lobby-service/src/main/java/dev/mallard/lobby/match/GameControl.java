package dev.mallard.lobby.match;

import dev.mallard.lobby.room.RoomLocks;
import dev.mallard.lobby.room.RoomService;
import dev.mallard.lobby.work.SerialExecutor;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.RequestRejectedException;
import dev.mallard.protocol.link.message.DeclineSeat;
import dev.mallard.protocol.link.message.GameCreated;
import dev.mallard.protocol.link.message.GameEndRecorded;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoveRecorded;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.GameNotCreated;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.PlayerLeft;
import dev.mallard.protocol.link.server.ControlListener;
import dev.mallard.protocol.link.server.GatewayLink;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Takes what gateways and, through them, game services tell about games. Called on event loops; the work is
 * done in order per game, and what concerns a user in order with the user's requests. What finds no room in
 * the queue, or no database, is dropped: reports of an end are repeated by their sender, and a preparation
 * without news times out.
 */
@Component
class GameControl implements ControlListener {

    private static final Logger log = LoggerFactory.getLogger(GameControl.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Preparation preparation;
    private final MatchHistory history;
    private final RoomService rooms;
    private final RoomLocks locks;
    private final SerialExecutor work;

    GameControl(
            Preparation preparation,
            MatchHistory history,
            RoomService rooms,
            RoomLocks locks,
            SerialExecutor work) {
        this.preparation = preparation;
        this.history = history;
        this.rooms = rooms;
        this.locks = locks;
        this.work = work;
    }

    @Override
    public void onControl(GatewayLink link, LinkControl message) {
        switch (message.getBodyCase()) {
            case GAME_CREATED -> created(link, message.getGameCreated());
            case GAME_NOT_CREATED -> notCreated(message.getGameNotCreated());
            case GAME_MOVED -> moved(link, message.getGameMoved());
            case GAME_ENDED -> ended(link, message.getGameEnded());
            case PLAYER_LEFT -> playerLeft(message.getPlayerLeft());
            case DECLINE_SEAT -> declined(message.getDeclineSeat());
            default -> log.warn("Link {} sent an unexpected {}", link, message.getBodyCase());
        }
    }

    private void created(GatewayLink link, GameCreated message) {
        forGame(
                message.getGameId(),
                () ->
                        preparation.created(
                                link,
                                message.getGameId(),
                                message.getGameInstance(),
                                message.getFence()));
    }

    private void notCreated(GameNotCreated message) {
        forGame(
                message.getGameId(),
                () -> preparation.notCreated(message.getGameId(), reason(message.getError())));
    }

    private void moved(GatewayLink link, GameMoved message) {
        forGame(
                message.getGameId(),
                () -> {
                    preparation.moved(
                            link,
                            message.getGameId(),
                            message.getGameInstance(),
                            message.getFence());
                    link.control(
                            LinkControl.newBuilder()
                                    .setGameMoveRecorded(
                                            GameMoveRecorded.newBuilder()
                                                    .setGameId(message.getGameId())
                                                    .setGameInstance(message.getGameInstance()))
                                    .build());
                });
    }

    private static ErrorCode reason(String identifier) {
        for (ErrorCode code : ErrorCode.values()) {
            if (code.name().equals(identifier)) {
                return code;
            }
        }
        return ErrorCode.GAME_CREATE_FAILED;
    }

    private void ended(GatewayLink link, GameEnded message) {
        GameReport report = GameReport.of(message);
        CompletableFuture<Void> removed = new CompletableFuture<>();
        boolean accepted =
                forGame(
                        report.gameId(),
                        () -> {
                            try {
                                locks.run(report.gameId(), () -> history.record(report));
                            } finally {
                                removed.complete(null);
                            }
                            link.control(recorded(message));
                        });
        if (accepted) {
            // What a player asks for in reaction comes after the removal of the room.
            report.players().forEach(user -> work.execute(user, () -> await(removed)));
        }
    }

    private static LinkControl recorded(GameEnded message) {
        return LinkControl.newBuilder()
                .setGameEndRecorded(
                        GameEndRecorded.newBuilder()
                                .setGameId(message.getGameId())
                                .setGameInstance(message.getGameInstance()))
                .build();
    }

    private static void await(CompletableFuture<Void> removed) {
        removed.completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    private void playerLeft(PlayerLeft message) {
        forUser(
                message.getUserId(),
                () -> leaveGame(message.getGameId(), message.getUserId(), Long.MAX_VALUE));
    }

    private void declined(DeclineSeat message) {
        forUser(
                message.getUserId(),
                () ->
                        leaveGame(
                                message.getGameId(),
                                message.getUserId(),
                                message.getSessionNumber()));
    }

    private void leaveGame(int gameId, int userId, long sessionNumber) {
        locks.run(gameId, () -> rooms.leaveGame(gameId, userId, sessionNumber));
    }

    /** Users and games share the executor; games have the negative keys. */
    private boolean forGame(int gameId, Runnable task) {
        boolean accepted = work.tryExecute(-(long) gameId, () -> run(task));
        if (!accepted) {
            log.warn("Too busy for the news about game {}", gameId);
        }
        return accepted;
    }

    private void forUser(int userId, Runnable task) {
        work.execute(userId, () -> run(task));
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RequestRejectedException databaseAway) {
            log.warn("News about a game is dropped: {}", databaseAway.code());
        }
    }
}
