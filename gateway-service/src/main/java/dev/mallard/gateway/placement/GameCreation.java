package dev.mallard.gateway.placement;

import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.CancelGame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;

/** Carries what lobby and game service say to each other while a game is created. */
final class GameCreation implements ControlHandler {

    private static final Logger log = LoggerFactory.getLogger(GameCreation.class);

    private final GamePlacements placements;
    private final UpstreamGroups groups;
    private final RendezvousSelector selector;

    GameCreation(GamePlacements placements, UpstreamGroups groups, RendezvousSelector selector) {
        this.placements = placements;
        this.groups = groups;
        this.selector = selector;
    }

    @Override
    public Set<BodyCase> messages() {
        return Set.of(
                BodyCase.PREPARE_GAME,
                BodyCase.GAME_CREATED,
                BodyCase.GAME_NOT_CREATED,
                BodyCase.CANCEL_GAME);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        switch (message.getBodyCase()) {
            case PREPARE_GAME -> placements.place(link, message.getPrepareGame().getRoom());
            case GAME_CREATED -> decided(link, message.getGameCreated().getGameId(), message);
            case GAME_NOT_CREATED ->
                    decided(link, message.getGameNotCreated().getGameId(), message);
            case CANCEL_GAME -> cancel(link, message.getCancelGame());
            default -> throw new IllegalArgumentException("not about the creation of a game");
        }
    }

    /** The lobby that asked is told, or if it is gone, the one that has taken over its users. */
    private void decided(UpstreamLink game, int gameId, LinkControl message) {
        Placement placement = placements.remove(game, gameId);
        UpstreamLink lobby = placement == null ? null : placement.lobby();
        if (lobby == null || !lobby.isUsable()) {
            int user = placement == null ? gameId : placement.ownerId();
            lobby = selector.select(groups.lobby(), game.sessions().loop(), user);
        }
        if (lobby == null) {
            log.warn("Game {}: no lobby to tell {}", gameId, message.getBodyCase());
            return;
        }
        lobby.control(message.toBuilder());
    }

    /** Every instance is told if the lobby does not know which one it is about. */
    private void cancel(UpstreamLink lobby, CancelGame message) {
        placements.remove(lobby, message.getGameId());
        for (UpstreamLink game : groups.game().usableLinks(lobby.sessions().loop())) {
            if (message.getGameInstance().isEmpty()
                    || message.getGameInstance().equals(game.instance().id())) {
                game.control(LinkControl.newBuilder().setCancelGame(message));
            }
        }
    }
}
