package dev.mallard.game.handler;

import dev.mallard.game.loop.Admission;
import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.world.DropReason;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.server.Request;
import dev.mallard.protocol.link.server.RequestExecutor;

import org.springframework.stereotype.Component;

/**
 * Runs each handler in the mailbox of its sender's game. A request of a user without a game ends silently.
 * When too many requests wait, the next one is refused with {@code RATE_LIMITED} if they are the sender's
 * own, or with {@code SERVER_BUSY}; those that may be dropped are dropped.
 */
@Component
final class GameRequestExecutor implements RequestExecutor {

    private final LiveGames games;
    private final CurrentGame currentGame;
    private final CommandTimers timers;
    private final LoopObserver observer;

    GameRequestExecutor(
            LiveGames games, CurrentGame currentGame, CommandTimers timers, LoopObserver observer) {
        this.games = games;
        this.currentGame = currentGame;
        this.timers = timers;
        this.observer = observer;
    }

    @Override
    public void execute(Request request, Runnable task) {
        int userId = request.sender().userId();
        GameActor actor = games.ofUser(userId);
        if (actor == null) {
            observer.dropped(DropReason.NOT_IN_GAME);
            request.done();
            return;
        }
        Admission admission = actor.submit(userId, () -> serve(actor, request, task));
        switch (admission) {
            case ACCEPTED -> {}
            case SHARE_USED_UP -> turnAway(request, ErrorCode.RATE_LIMITED);
            case MAILBOX_FULL -> turnAway(request, ErrorCode.SERVER_BUSY);
        }
    }

    private static void turnAway(Request request, ErrorCode code) {
        if (request.type().alwaysAnswered()) {
            request.reject(code);
        }
    }

    private void serve(GameActor actor, Request request, Runnable task) {
        LiveGame live = actor.live();
        if (live == null && actor.isDropped() && request.type().alwaysAnswered()) {
            request.reject(ErrorCode.GAME_UNAVAILABLE);
            return;
        }
        if (live == null) {
            request.done();
            return;
        }
        try {
            timers.record(request.type(), () -> currentGame.during(live, task));
        } catch (Error failure) {
            // Exceptions are answered where the handler is called; the sender waits for this, too.
            request.reject(ErrorCode.INTERNAL_ERROR);
            throw failure;
        }
    }
}
