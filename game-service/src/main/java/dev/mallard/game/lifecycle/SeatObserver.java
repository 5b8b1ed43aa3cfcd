package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.LoopObserver;
import dev.mallard.game.wire.RoomObserver;
import dev.mallard.game.world.DropReason;

import java.util.List;

/** Passes on what happens in one game beside the packets. */
final class SeatObserver implements RoomObserver {

    private final GameActor actor;
    private final LiveGames games;
    private final Gateways gateways;
    private final LoopObserver observer;

    SeatObserver(GameActor actor, LiveGames games, Gateways gateways, LoopObserver observer) {
        this.actor = actor;
        this.games = games;
        this.gateways = gateways;
        this.observer = observer;
    }

    @Override
    public void dropped(DropReason reason) {
        observer.dropped(reason);
    }

    @Override
    public void movedOutsideAllowance() {
        observer.movedOutsideAllowance();
    }

    @Override
    public void seatGivenUp(int playerId) {
        games.unseat(playerId, actor);
        gateways.left(actor.id(), playerId);
        // For a gateway that was away meanwhile the player may still be in the game.
        gateways.released(actor.id(), List.of(playerId));
        LiveGame live = actor.live();
        if (live != null) {
            live.sessions().forget(playerId);
        }
    }
}
