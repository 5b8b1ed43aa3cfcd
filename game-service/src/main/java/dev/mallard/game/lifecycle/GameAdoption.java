package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.loop.TickWheel;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.snapshot.SnapshotException;
import dev.mallard.game.world.Game;
import dev.mallard.protocol.link.message.GameMoved;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Consumer;

/**
 * Goes on with games of other services, and drops games with which others go on. Any thread; the work is done
 * on the games' own threads.
 */
public final class GameAdoption {

    private static final Logger log = LoggerFactory.getLogger(GameAdoption.class);

    private final LiveGames games;
    private final ActorFactory actors;
    private final GameFactory factory;
    private final GameOpening opening;
    private final GameRules rules;
    private final Gateways gateways;
    private final TickWheel wheel;
    private final MoveReports moves;
    private final EndReports ends;
    private final GameKeeping keeping;

    public GameAdoption(
            LiveGames games,
            ActorFactory actors,
            GameFactory factory,
            GameOpening opening,
            GameRules rules,
            Gateways gateways,
            TickWheel wheel,
            MoveReports moves,
            EndReports ends,
            GameKeeping keeping) {
        this.games = games;
        this.actors = actors;
        this.factory = factory;
        this.opening = opening;
        this.rules = rules;
        this.gateways = gateways;
        this.wheel = wheel;
        this.moves = moves;
        this.ends = ends;
        this.keeping = keeping;
    }

    /**
     * Takes a game, and asks the lobby: if it is wanted, it goes on, and its players who are logged in are back in
     * it; if not, nobody hears of it. A game of the same id that is here already is an older state of it, and
     * dropped.
     *
     * @param unreadable is told if the state cannot be restored; nothing has changed then
     * @return false if there is no room for the game; nothing has changed then
     */
    public boolean adopt(MovedGame moved, Consumer<SnapshotException> unreadable) {
        GameActor former = games.find(moved.id());
        if (former != null) {
            drop(former);
        }
        GameActor actor = actors.create(moved.id());
        if (games.add(actor) != LiveGames.Added.ADDED) {
            return false;
        }
        actor.control(() -> open(actor, moved, unreadable));
        return true;
    }

    private void open(GameActor actor, MovedGame moved, Consumer<SnapshotException> unreadable) {
        try {
            factory.restore(moved.id(), moved.snapshot());
        } catch (SnapshotException failure) {
            games.drop(actor);
            unreadable.accept(failure);
            return;
        }
        moves.submit(
                GameMoved.newBuilder()
                        .setGameId(moved.id())
                        .setFormerInstance(moved.formerInstance())
                        .setFence(moved.fence())
                        .build(),
                GameOpening.participants(moved.room()),
                () -> actor.control(() -> goOn(actor, moved)),
                () -> actor.control(() -> forget(actor, moved)));
    }

    /** Restored only now: the time that the lobby took has not passed in the game. */
    private void goOn(GameActor actor, MovedGame moved) {
        if (actor.isDropped()) {
            return;
        }
        Game game = factory.restore(moved.id(), moved.snapshot());
        LiveGame live = opening.begin(actor, game, moved.room(), moved.fence());
        List<Integer> players =
                game.players().stream()
                        .map(player -> player.id())
                        .filter(playerId -> takesSeat(playerId, actor))
                        .toList();
        log.info(
                "Game {} of {} goes on here with {} players",
                moved.id(),
                moved.formerInstance(),
                players.size());
        gateways.entered(moved.id(), moved.fence(), players);
        for (int playerId : GameOpening.participants(moved.room())) {
            if (game.player(playerId) == null) {
                continue;
            }
            if (!players.contains(playerId)) {
                rules.gone(game, playerId, live.out());
            } else if (gateways.loggedIn(playerId)) {
                rules.resumed(game, playerId, live.out());
            }
        }
    }

    private void forget(GameActor actor, MovedGame moved) {
        log.info("Game {} of {} was over already", moved.id(), moved.formerInstance());
        actor.drop();
        games.drop(actor);
        keeping.discard(moved.id(), moved.fence());
    }

    /** A user who has begun another game here meanwhile stays there. */
    private boolean takesSeat(int userId, GameActor actor) {
        GameActor other = games.ofUser(userId);
        if (other != null) {
            return false;
        }
        games.seat(userId, actor);
        return true;
    }

    /** The lobby has recorded that a game is here: from now on it may hear of the game's end. */
    void recorded(int gameId) {
        moves.recorded(gameId);
        ends.repeat(gameId);
    }

    /** The lobby does not want a game. */
    void cancelled(int gameId) {
        moves.unwanted(gameId);
    }

    /** Another service goes on with a game: nobody is told anything about it from here any more. */
    public void drop(GameActor actor) {
        actor.drop();
        wheel.remove(actor);
        games.drop(actor);
        moves.gone(actor.id());
    }
}
