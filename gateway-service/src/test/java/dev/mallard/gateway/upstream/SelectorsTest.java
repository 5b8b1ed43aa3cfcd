package dev.mallard.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import dev.mallard.gateway.client.SessionRegistry;
import dev.mallard.protocol.link.message.Load;
import dev.mallard.transport.EventLoops;
import dev.mallard.transport.NettyConnection;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Choosing among the instances of a group. */
class SelectorsTest {

    private static final int USERS = 3_000;

    private final EventLoops loops = new EventLoops(1, "test");
    private final UpstreamGroups groups = groups();
    private final RendezvousSelector rendezvous = new RendezvousSelector();
    private final GameSelector games = new GameSelector();

    private UpstreamGroups groups() {
        Map<String, UpstreamProperties.Group> configured = new LinkedHashMap<>();
        List<String> addresses = List.of("a:1", "b:1", "c:1");
        configured.put("lobby", new UpstreamProperties.Group(addresses));
        configured.put("game", new UpstreamProperties.Group(addresses));
        return new UpstreamGroups(configured, loops, new SessionRegistry(1));
    }

    @AfterEach
    void stop() {
        loops.close();
    }

    @Test
    void usersAreSpreadEvenly() {
        allUp(groups.lobby());
        Map<UpstreamLink, Integer> counts = new HashMap<>();
        for (int user = 1; user <= USERS; user++) {
            counts.merge(lobbyOf(user), 1, Integer::sum);
        }
        assertThat(counts.values()).hasSize(3).allMatch(count -> count > USERS / 4);
    }

    @Test
    void onlyTheUsersOfAnInstanceThatGoesMove() {
        allUp(groups.lobby());
        Map<Integer, UpstreamLink> before = new HashMap<>();
        for (int user = 1; user <= USERS; user++) {
            before.put(user, lobbyOf(user));
        }
        UpstreamLink gone = link(groups.lobby(), 1);
        gone.down(LinkState.BACKING_OFF, "gone");
        for (int user = 1; user <= USERS; user++) {
            if (before.get(user) != gone) {
                assertThat(lobbyOf(user)).isSameAs(before.get(user));
            } else {
                assertThat(lobbyOf(user)).isNotSameAs(gone);
            }
        }
        up(gone, 0, true);
        for (int user = 1; user <= USERS; user++) {
            assertThat(lobbyOf(user)).isSameAs(before.get(user));
        }
    }

    @Test
    void aDrainingLobbyIsUsedOnlyIfThereIsNoOther() {
        up(link(groups.lobby(), 0), 0, false);
        for (int user = 1; user <= 100; user++) {
            assertThat(lobbyOf(user)).isSameAs(link(groups.lobby(), 0));
        }
        up(link(groups.lobby(), 2), 0, true);
        for (int user = 1; user <= 100; user++) {
            assertThat(lobbyOf(user)).isSameAs(link(groups.lobby(), 2));
        }
    }

    @Test
    void withoutAUsableLinkThereIsNoChoice() {
        assertThat(rendezvous.select(groups.lobby(), 0, 1)).isNull();
        assertThat(games.select(groups.game(), 0)).isNull();
    }

    @Test
    void theGameGoesWhereTheFewestAre() {
        up(link(groups.game(), 0), 5, true);
        up(link(groups.game(), 1), 3, true);
        up(link(groups.game(), 2), 3, true);
        assertThat(games.select(groups.game(), 0)).isSameAs(link(groups.game(), 1));
        link(groups.game(), 1).instance().gamePlaced();
        assertThat(games.select(groups.game(), 0)).isSameAs(link(groups.game(), 2));
        link(groups.game(), 1).loaded(load(2, true));
        assertThat(games.select(groups.game(), 0)).isSameAs(link(groups.game(), 1));
    }

    @Test
    void aDrainingServiceGetsNoGames() {
        up(link(groups.game(), 0), 0, false);
        assertThat(games.select(groups.game(), 0)).isNull();
        up(link(groups.game(), 1), 9, true);
        assertThat(games.select(groups.game(), 0)).isSameAs(link(groups.game(), 1));
    }

    @Test
    void instancesAreFoundByTheNameTheyGiveThemselves() {
        UpstreamLink link = link(groups.game(), 1);
        link.instance().id("game-b");
        assertThat(groups.game().find(0, "game-b")).isNull();
        up(link, 0, true);
        assertThat(groups.game().find(0, "game-b")).isSameAs(link);
        assertThat(groups.game().find(0, "b:1")).isNull();
    }

    private UpstreamLink lobbyOf(int user) {
        return Objects.requireNonNull(rendezvous.select(groups.lobby(), 0, user));
    }

    private static void allUp(UpstreamGroup group) {
        group.instances().forEach(instance -> up(instance.link(0), 0, true));
    }

    private static UpstreamLink link(UpstreamGroup group, int index) {
        return group.instances().get(index).link(0);
    }

    private static void up(UpstreamLink link, int games, boolean acceptingWork) {
        link.up(mock(NettyConnection.class), load(games, acceptingWork), false);
    }

    private static Load load(int games, boolean acceptingWork) {
        return Load.newBuilder().setGames(games).setAcceptingWork(acceptingWork).build();
    }
}
