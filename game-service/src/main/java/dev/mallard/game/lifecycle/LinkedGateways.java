package dev.mallard.game.lifecycle;

import dev.mallard.protocol.ErrorCode;
import dev.mallard.protocol.link.message.GameCreated;
import dev.mallard.protocol.link.message.GameEnded;
import dev.mallard.protocol.link.message.GameMoved;
import dev.mallard.protocol.link.message.GameNotCreated;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.PlayerLeft;
import dev.mallard.protocol.link.message.PlayersEntered;
import dev.mallard.protocol.link.message.PlayersReleased;
import dev.mallard.protocol.link.server.GatewayLink;
import dev.mallard.protocol.link.server.GatewayLinks;
import dev.mallard.protocol.link.server.LinkServerProperties;
import dev.mallard.protocol.link.server.Outbound;
import dev.mallard.protocol.link.server.SessionDirectory;
import dev.mallard.protocol.link.server.UserSession;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The gateways behind the open links. */
@Component
final class LinkedGateways implements Gateways {

    private final String instanceId;
    private final GatewayLinks links;
    private final SessionDirectory sessions;
    private final Outbound outbound;
    private final AtomicInteger turn = new AtomicInteger();

    LinkedGateways(
            LinkServerProperties properties,
            GatewayLinks links,
            SessionDirectory sessions,
            Outbound outbound) {
        this.instanceId = properties.instanceId();
        this.links = links;
        this.sessions = sessions;
        this.outbound = outbound;
    }

    @Override
    public boolean loggedIn(int userId) {
        return sessions.find(userId) != null;
    }

    @Override
    public boolean current(int userId, long sessionNumber) {
        UserSession session = sessions.find(userId);
        return session != null && session.number() == sessionNumber;
    }

    @Override
    public void entered(int gameId, long fence, Collection<Integer> userIds) {
        outbound.byLink(userIds)
                .forEach(
                        (link, users) ->
                                link.control(
                                        LinkControl.newBuilder()
                                                .setPlayersEntered(
                                                        PlayersEntered.newBuilder()
                                                                .setGameId(gameId)
                                                                .setGameInstance(instanceId)
                                                                .setFence(fence)
                                                                .addAllUserIds(listOf(users)))
                                                .build()));
    }

    @Override
    public void released(int gameId, Collection<Integer> userIds) {
        outbound.byLink(userIds)
                .forEach(
                        (link, users) ->
                                link.control(
                                        LinkControl.newBuilder()
                                                .setPlayersReleased(
                                                        PlayersReleased.newBuilder()
                                                                .setGameId(gameId)
                                                                .addAllUserIds(listOf(users)))
                                                .build()));
    }

    @Override
    public void left(int gameId, int userId) {
        onAny(
                LinkControl.newBuilder()
                        .setPlayerLeft(PlayerLeft.newBuilder().setGameId(gameId).setUserId(userId))
                        .build(),
                List.of(userId));
    }

    @Override
    public void ended(GameEnded report) {
        onAny(
                LinkControl.newBuilder()
                        .setGameEnded(report.toBuilder().setGameInstance(instanceId))
                        .build(),
                report.getUserIdsList());
    }

    @Override
    public void moved(GameMoved report, List<Integer> userIds) {
        onAny(
                LinkControl.newBuilder()
                        .setGameMoved(report.toBuilder().setGameInstance(instanceId))
                        .build(),
                userIds);
    }

    @Override
    public void created(int gameId, long fence, Consumer<LinkControl> asker) {
        asker.accept(
                LinkControl.newBuilder()
                        .setGameCreated(
                                GameCreated.newBuilder()
                                        .setGameId(gameId)
                                        .setGameInstance(instanceId)
                                        .setFence(fence))
                        .build());
    }

    @Override
    public void notCreated(int gameId, ErrorCode reason, Consumer<LinkControl> asker) {
        asker.accept(
                LinkControl.newBuilder()
                        .setGameNotCreated(
                                GameNotCreated.newBuilder()
                                        .setGameId(gameId)
                                        .setError(reason.name()))
                        .build());
    }

    /**
     * Sends on one link: that of the first of the users who has an open one, or else the open links in turn,
     * so that what is repeated does not depend on one gateway.
     */
    private void onAny(LinkControl message, List<Integer> preferred) {
        GatewayLink link = linkOfFirst(preferred);
        if (link == null) {
            link = next();
        }
        if (link != null) {
            link.control(message);
        }
    }

    private @Nullable GatewayLink next() {
        List<GatewayLink> open = links.all().stream().filter(GatewayLink::isOpen).toList();
        return open.isEmpty() ? null : open.get(Math.floorMod(turn.getAndIncrement(), open.size()));
    }

    private @Nullable GatewayLink linkOfFirst(List<Integer> userIds) {
        for (int userId : userIds) {
            UserSession session = sessions.find(userId);
            if (session != null && session.link().isOpen()) {
                return session.link();
            }
        }
        return null;
    }

    private static List<Integer> listOf(int[] users) {
        return Arrays.stream(users).boxed().toList();
    }
}
