package dev.mallard.game.ops;

import dev.mallard.game.lifecycle.EndReports;
import dev.mallard.game.lifecycle.GameLifecycle;
import dev.mallard.game.lifecycle.MoveReports;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGames;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.DeleteOperation;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Shows the live games, and lets an operator end one. */
@Component
@Endpoint(id = "games")
final class GamesEndpoint {

    private static final long ANSWER_SECONDS = 2;

    private final LiveGames games;
    private final GameLifecycle lifecycle;
    private final EndReports reports;
    private final MoveReports moves;

    GamesEndpoint(LiveGames games, GameLifecycle lifecycle, EndReports reports, MoveReports moves) {
        this.games = games;
        this.lifecycle = lifecycle;
        this.reports = reports;
        this.moves = moves;
    }

    /** All games in figures. */
    @ReadOperation
    GamesSummary games() {
        return new GamesSummary(
                games.size(),
                games.players(),
                games.accepting(),
                games.waiting(),
                games.deepestMailbox(),
                reports.size(),
                moves.size());
    }

    /**
     * One game in figures, or null if there is no such game. The game answers itself, within 2 s.
     *
     * @throws IllegalStateException if it does not answer
     */
    @ReadOperation
    @Nullable GameSummary game(@Selector int gameId) {
        GameActor actor = games.find(gameId);
        if (actor == null) {
            return null;
        }
        CompletableFuture<@Nullable GameSummary> answer = new CompletableFuture<>();
        actor.control(
                () -> {
                    var live = actor.live();
                    answer.complete(live == null ? null : GameSummary.of(actor, live));
                });
        try {
            return answer.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("game " + gameId + " does not answer", failure);
        }
    }

    /**
     * Ends a game: its players are told that it is over.
     *
     * @return with status 404 if there is no such game
     */
    @DeleteOperation
    WebEndpointResponse<EndedGame> end(@Selector int gameId) {
        GameActor actor = games.find(gameId);
        if (actor == null) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
        }
        lifecycle.stop(actor);
        return new WebEndpointResponse<>(new EndedGame(gameId));
    }

    /**
     * Says which game is being ended.
     *
     * @param gameId the game
     */
    record EndedGame(int gameId) {}
}
