package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.mallard.protocol.ErrorCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class SessionCloserTest {

    private final SessionFixture fixture = new SessionFixture(Map.of());

    @ParameterizedTest
    @EnumSource
    void theClientGetsTheFarewellOfTheReason(DisconnectReason reason) {
        fixture.session.close(reason);
        List<String> expected = new ArrayList<>();
        ErrorCode error = reason.error();
        if (error != null) {
            expected.add(error.name());
        }
        if (reason.saysGetOut()) {
            expected.add("GET_OUT");
            verify(fixture.connection).closeAfterFlush(Duration.ofSeconds(2));
        } else {
            verify(fixture.connection).close();
            verify(fixture.connection, never()).closeAfterFlush(any());
        }
        assertThat(fixture.sentNames()).isEqualTo(expected);
        assertThat(fixture.counters.disconnects(reason)).isEqualTo(1);
        assertThat(fixture.session.state()).isEqualTo(new Closing(reason));
    }

    @Test
    void onlyTheFirstReasonCounts() {
        fixture.session.close(DisconnectReason.TAKEN_OVER);
        fixture.session.close(DisconnectReason.CLIENT_CLOSED);
        fixture.session.become(new InLobby());
        assertThat(fixture.session.state()).isEqualTo(new Closing(DisconnectReason.TAKEN_OVER));
        assertThat(fixture.counters.disconnects(DisconnectReason.CLIENT_CLOSED)).isZero();
        verify(fixture.connection, times(1)).closeAfterFlush(any());
    }

    @Test
    void nobodyWaitsForAnAnswerAnyMore() {
        RequestWatch watch = mock(RequestWatch.class);
        fixture.session.openRequests().opened(0, watch);
        fixture.session.close(DisconnectReason.CLIENT_CLOSED);
        verify(watch).abandoned();
        fixture.session.openRequests().answered(0);
        verify(watch, never()).answered();
    }

    @Test
    void observersHearOfUsersOnly() {
        fixture.session.close(DisconnectReason.LOGIN_TIMEOUT);
        assertThat(fixture.ended).isEmpty();
        SessionFixture other = new SessionFixture(Map.of());
        other.session.identify(7, "name", 1);
        other.registry.claim(other.session);
        other.session.close(DisconnectReason.TAKEN_OVER);
        assertThat(other.ended).containsExactly(other.session);
        assertThat(other.registry.find(7)).isNull();
    }
}
