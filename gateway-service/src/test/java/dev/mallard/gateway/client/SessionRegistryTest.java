package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.mallard.gateway.client.SessionRegistry.Claim;
import dev.mallard.transport.NettyConnection;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

class SessionRegistryTest {

    private static final int USER = 5;

    private final SessionRegistry registry = new SessionRegistry(2);
    private final SessionCounters counters = new SessionCounters();

    @Test
    void theNewerSessionOfAUserWins() {
        ClientSession first = session(0, USER, 1);
        ClientSession second = session(1, USER, 2);
        assertThat(registry.claim(first)).isEqualTo(new Claim.Granted(null));
        assertThat(registry.claim(second)).isEqualTo(new Claim.Granted(first));
        assertThat(registry.find(USER)).isSameAs(second);
        assertThat(registry.claim(session(0, USER, 1))).isEqualTo(new Claim.Outdated());
        assertThat(registry.find(USER)).isSameAs(second);
    }

    @Test
    void aLateEndOfAnOldSessionDoesNotTouchTheNewOne() {
        ClientSession first = session(0, USER, 1);
        ClientSession second = session(0, USER, 2);
        registry.claim(first);
        registry.claim(second);
        registry.release(first);
        assertThat(registry.find(USER)).isSameAs(second);
        assertThat(registry.loop(0).find(USER)).isSameAs(second);
        registry.release(second);
        assertThat(registry.find(USER)).isNull();
        assertThat(registry.loop(0).find(USER)).isNull();
    }

    @Test
    void eachLoopKnowsItsOwnSessions() {
        ClientSession session = session(1, USER, 1);
        registry.claim(session);
        assertThat(registry.loop(0).find(USER)).isNull();
        assertThat(registry.loop(1).find(USER)).isSameAs(session);
        assertThat(registry.loop(1).withUser()).containsExactly(session);
        assertThat(registry.loop(1).userCount()).isEqualTo(1);
    }

    @Test
    void connectionsWithoutAUserLeaveNoTrace() {
        ClientSession anonymous = session(0, 0, 0);
        registry.release(anonymous);
        assertThat(registry.loop(0).withUser()).isEmpty();
    }

    @Test
    void clientsAreNotReadWhileAnyLinkIsCongested() {
        LoopSessions loop = registry.loop(0);
        ClientSession before = session(0, 0, 0);
        loop.add(before);
        loop.linkCongested();
        loop.linkCongested();
        verify(before.connection()).setReading(false);
        ClientSession during = session(0, 0, 0);
        loop.add(during);
        verify(during.connection()).setReading(false);
        loop.linkRelieved();
        verify(before.connection(), never()).setReading(true);
        loop.linkRelieved();
        verify(before.connection()).setReading(true);
        verify(during.connection()).setReading(true);
    }

    @Test
    void aSessionIsReadWhenNothingHoldsItAnyMore() {
        ClientSession session = session(0, 0, 0);
        session.hold(Hold.SERVING);
        session.hold(Hold.BACKPRESSURE);
        session.release(Hold.SERVING);
        verify(session.connection(), never()).setReading(true);
        session.release(Hold.BACKPRESSURE);
        verify(session.connection()).setReading(true);
        session.release(Hold.BACKPRESSURE);
        verify(session.connection(), times(2)).setReading(anyBoolean());
    }

    private ClientSession session(int loop, int userId, long number) {
        SessionCloser closer =
                new SessionCloser(registry, List.of(), counters, Duration.ofSeconds(1));
        SessionContext context =
                new SessionContext(
                        ClientPropertiesTest.bind(Map.of()),
                        closer,
                        counters,
                        new PacketTraffic(),
                        Clock.systemUTC());
        ClientSession session =
                new ClientSession(1, mock(NettyConnection.class), registry.loop(loop), context, 0);
        session.identify(userId, "name", number);
        return session;
    }
}
