package dev.mallard.gateway.placement;

import dev.mallard.gateway.client.Destination;
import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.gateway.upstream.GameSelector;
import dev.mallard.gateway.upstream.LinkListener;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.CancelGame;
import dev.mallard.protocol.link.message.CreateGame;
import dev.mallard.protocol.link.message.GameNotCreated;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.message.RoomData;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.IntStream;

/**
 * The games that are being created through this gateway: finds an instance for each, and answers for the
 * instance if its link is lost. What takes longer than the time-out is forgotten; the lobby has given it up
 * by then. On the event loop of the links involved.
 */
final class GamePlacements implements LinkListener {

    private static final Logger log = LoggerFactory.getLogger(GamePlacements.class);

    private final UpstreamGroups groups;
    private final GameSelector selector;
    private final RendezvousSelector lobbies;
    private final Duration timeout;
    // By event loop; each map is confined to its loop.
    private final List<Map<Integer, Placement>> byLoop;
    // By event loop and game: what no lobby could be told, at most one message for each placement.
    private final List<Map<Integer, LinkControl.Builder>> untold;
    // Placements whose link broke before they were decided; each link's set is confined to its
    // loop.
    private final Map<UpstreamLink, Set<Integer>> undecided = new ConcurrentHashMap<>();

    GamePlacements(
            UpstreamGroups groups,
            GameSelector selector,
            RendezvousSelector lobbies,
            SessionRegistry registry,
            Duration timeout) {
        this.groups = groups;
        this.selector = selector;
        this.lobbies = lobbies;
        this.timeout = timeout;
        this.byLoop =
                IntStream.range(0, registry.loopCount())
                        .<Map<Integer, Placement>>mapToObj(loop -> new HashMap<>())
                        .toList();
        this.untold =
                IntStream.range(0, registry.loopCount())
                        .<Map<Integer, LinkControl.Builder>>mapToObj(loop -> new HashMap<>())
                        .toList();
    }

    /** A lobby wants a game for a room. */
    void place(UpstreamLink lobby, RoomData room) {
        UpstreamLink game = selector.select(groups.game(), loop(lobby));
        if (game == null) {
            lobby.control(notCreated(room.getRoomId(), ErrorCode.NO_GAME_SERVER));
            return;
        }
        int gameId = room.getRoomId();
        remove(lobby, gameId);
        ScheduledFuture<?> expiry = lobby.schedule(timeout, () -> remove(lobby, gameId));
        ofLoop(lobby).put(gameId, new Placement(gameId, room.getOwnerId(), lobby, game, expiry));
        game.instance().gamePlaced();
        game.control(LinkControl.newBuilder().setCreateGame(CreateGame.newBuilder().setRoom(room)));
    }

    /** Takes a placement that is decided; null if it is not known. */
    @Nullable Placement remove(UpstreamLink anyOfLoop, int gameId) {
        Placement placement = ofLoop(anyOfLoop).remove(gameId);
        if (placement != null) {
            placement.expiry().cancel(false);
        }
        return placement;
    }

    @Override
    public void linkDown(UpstreamLink link) {
        for (Placement placement : new ArrayList<>(ofLoop(link).values())) {
            if (placement.game() == link) {
                remove(link, placement.gameId());
                undecided.computeIfAbsent(link, none -> new HashSet<>()).add(placement.gameId());
                tellLobby(
                        link,
                        placement,
                        notCreated(placement.gameId(), ErrorCode.GAME_CREATE_FAILED));
            }
        }
    }

    /**
     * A lobby hears what it could not be told; an instance may have created what the lobby was told is not
     * created.
     */
    @Override
    public void linkUp(UpstreamLink link) {
        if (link.instance().group().destination() == Destination.LOBBY) {
            Map<Integer, LinkControl.Builder> messages = untold.get(loop(link));
            messages.values().forEach(link::control);
            messages.clear();
        }
        Set<Integer> games = undecided.remove(link);
        if (games != null) {
            for (int gameId : games) {
                link.control(
                        LinkControl.newBuilder()
                                .setCancelGame(
                                        CancelGame.newBuilder()
                                                .setGameId(gameId)
                                                .setGameInstance(link.instance().id())));
            }
        }
    }

    /**
     * Tells the lobby that asked, or if it is gone, the one that has taken over its users, or if there is none,
     * the first one that comes back: the game may be running, and its room still wait for it.
     */
    void tellLobby(UpstreamLink game, Placement placement, LinkControl.Builder message) {
        UpstreamLink lobby = placement.lobby();
        if (!lobby.isUsable()) {
            lobby = lobbies.select(groups.lobby(), loop(game), placement.ownerId());
        }
        if (lobby == null) {
            log.warn("Game {}: no lobby to tell {}", placement.gameId(), message.getBodyCase());
            untold.get(loop(game)).put(placement.gameId(), message);
        } else {
            lobby.control(message);
        }
    }

    private Map<Integer, Placement> ofLoop(UpstreamLink link) {
        return byLoop.get(loop(link));
    }

    private static int loop(UpstreamLink link) {
        return link.sessions().loop();
    }

    private static LinkControl.Builder notCreated(int gameId, ErrorCode error) {
        return LinkControl.newBuilder()
                .setGameNotCreated(
                        GameNotCreated.newBuilder().setGameId(gameId).setError(error.name()));
    }
}
