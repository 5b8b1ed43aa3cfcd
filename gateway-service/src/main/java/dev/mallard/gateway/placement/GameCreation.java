package dev.mallard.gateway.placement;

import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.CancelGame;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import java.util.Set;

/** Carries what lobby and game service say to each other while a game is created. */
final class GameCreation implements ControlHandler {

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

    private void decided(UpstreamLink game, int gameId, LinkControl message) {
        Placement placement = placements.remove(game, gameId);
        if (placement != null) {
            placements.tellLobby(game, placement, message.toBuilder());
            return;
        }
        // Forgotten meanwhile: any lobby can say what is to become of the game.
        UpstreamLink lobby = selector.select(groups.lobby(), game.sessions().loop(), gameId);
        if (lobby != null) {
            lobby.control(message.toBuilder());
        }
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
