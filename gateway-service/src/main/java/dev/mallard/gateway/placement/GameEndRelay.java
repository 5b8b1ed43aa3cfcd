package dev.mallard.gateway.placement;

import dev.mallard.gateway.upstream.ControlHandler;
import dev.mallard.gateway.upstream.RendezvousSelector;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.GameEndRecorded;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoveRecorded;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.LinkControl.BodyCase;

import java.util.Set;

/**
 * Carries the reports of game services to a lobby, and its receipts back. A report that cannot be carried
 * now is dropped, since the game service repeats it; a player's leaving is dropped as well, and comes out
 * when the game ends or the player logs in.
 */
final class GameEndRelay implements ControlHandler {

    private final UpstreamGroups groups;
    private final RendezvousSelector selector;

    GameEndRelay(UpstreamGroups groups, RendezvousSelector selector) {
        this.groups = groups;
        this.selector = selector;
    }

    @Override
    public Set<BodyCase> messages() {
        return Set.of(
                BodyCase.GAME_ENDED,
                BodyCase.GAME_END_RECORDED,
                BodyCase.GAME_MOVED,
                BodyCase.GAME_MOVE_RECORDED,
                BodyCase.PLAYER_LEFT);
    }

    @Override
    public void handle(UpstreamLink link, LinkControl message) {
        int loop = link.sessions().loop();
        UpstreamLink to =
                switch (message.getBodyCase()) {
                    case GAME_ENDED ->
                            selector.select(groups.lobby(), loop, user(message.getGameEnded()));
                    case PLAYER_LEFT ->
                            selector.select(
                                    groups.lobby(), loop, message.getPlayerLeft().getUserId());
                    case GAME_MOVED ->
                            selector.select(
                                    groups.lobby(), loop, message.getGameMoved().getGameId());
                    case GAME_MOVE_RECORDED -> {
                        GameMoveRecorded recorded = message.getGameMoveRecorded();
                        yield groups.game().find(loop, recorded.getGameInstance());
                    }
                    case GAME_END_RECORDED -> {
                        GameEndRecorded recorded = message.getGameEndRecorded();
                        yield groups.game().find(loop, recorded.getGameInstance());
                    }
                    default -> throw new IllegalArgumentException("not about the end of a game");
                };
        if (to != null) {
            to.control(message.toBuilder());
        }
    }

    /** Any user of the game will do, but repetitions should take the same way. */
    static int user(GameEnded ended) {
        return ended.getUserIdsCount() == 0 ? ended.getGameId() : ended.getUserIds(0);
    }
}
