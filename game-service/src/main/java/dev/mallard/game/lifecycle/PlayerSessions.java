package dev.mallard.game.lifecycle;

import dev.mallard.game.loop.GameActor;
import dev.mallard.game.loop.LiveGame;
import dev.mallard.game.loop.LiveGames;
import dev.mallard.game.rules.GameRules;
import dev.mallard.game.world.Player;
import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.server.LinkServerProperties;
import dev.mallard.protocol.link.server.SessionListener;
import dev.mallard.protocol.link.server.UserSession;

import org.springframework.stereotype.Component;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What becomes of seats when their players disconnect, and where players are when they log in. */
@Component
final class PlayerSessions implements SessionListener {

    private static final Location LOBBY =
            Location.newBuilder().setPlace(Location.Place.LOBBY).build();

    private final LiveGames games;
    private final GameRules rules;
    private final String instanceId;

    PlayerSessions(LiveGames games, GameRules rules, LinkServerProperties properties) {
        this.games = games;
        this.rules = rules;
        this.instanceId = properties.instanceId();
    }

    /**
     * {@inheritDoc} The user's game answers, so that what happened before is taken into account. A session
     * that counted as ended, because its gateway was away for too long, has its seat back when it is
     * announced again: for its gateway the player has been in the game all the time.
     */
    @Override
    public CompletionStage<Location> sessionOpened(UserSession session) {
        GameActor actor = games.ofUser(session.userId());
        if (actor == null) {
            return CompletableFuture.completedFuture(LOBBY);
        }
        CompletableFuture<Location> answer = new CompletableFuture<>();
        boolean asked = actor.control(() -> answer.complete(locate(actor, session)));
        if (!asked) {
            answer.completeExceptionally(new IllegalStateException(actor + " does not answer"));
        }
        return answer;
    }

    private Location locate(GameActor actor, UserSession session) {
        LiveGame live = actor.live();
        if (live == null || live.game().ended() || live.game().player(session.userId()) == null) {
            return LOBBY;
        }
        if (live.sessions().leftWith(session.userId(), session.number())) {
            live.sessions().taken(session.userId(), session.number());
            rules.resumed(live.game(), session.userId(), live.out());
        }
        return Location.newBuilder()
                .setPlace(Location.Place.GAME)
                .setRoomId(actor.id())
                .setGameInstance(instanceId)
                .setFence(live.fence())
                .build();
    }

    /**
     * {@inheritDoc} A player who has a successor session is away until that takes the seat. If it has done
     * so already, the player stays.
     */
    @Override
    public void sessionClosed(UserSession session, boolean successor) {
        GameActor actor = games.ofUser(session.userId());
        if (actor != null) {
            actor.withGame(live -> leave(live, session));
        }
    }

    private void leave(LiveGame live, UserSession session) {
        int userId = session.userId();
        if (live.sessions().takenAfter(userId, session.number())) {
            return;
        }
        if (live.game().ended()) {
            live.end().left(userId);
            return;
        }
        Player player = live.game().player(userId);
        if (player != null && player.connected()) {
            live.sessions().left(userId, session.number());
            rules.away(live.game(), userId, live.out());
        }
    }
}
