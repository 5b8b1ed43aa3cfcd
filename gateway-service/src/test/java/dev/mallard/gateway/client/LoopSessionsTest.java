package dev.mallard.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** The clients of an event loop are not read while one of its links does not keep up. */
class LoopSessionsTest {

    private final SessionFixture fixture = new SessionFixture(Map.of());
    private final LoopSessions sessions = fixture.registry.loop(0);

    @Test
    void clientsWaitUntilTheLastCongestedLinkIsRelieved() {
        sessions.linkCongested();
        sessions.linkCongested();
        verify(fixture.connection, times(1)).setReading(false);
        sessions.linkRelieved();
        verify(fixture.connection, never()).setReading(true);
        sessions.linkRelieved();
        verify(fixture.connection, times(1)).setReading(true);
    }

    @Test
    void clientsThatCongestTheLinkAgainWhileTheyAreReleasedWaitAgain() {
        SessionFixture other = new SessionFixture(Map.of());
        sessions.add(other.session);
        sessions.linkCongested();
        congestAgainWhenReleased(fixture);
        congestAgainWhenReleased(other);
        sessions.linkRelieved();
        // Whoever came first has congested the link; nobody is read now.
        assertThat(released(fixture) + released(other)).isOne();
    }

    private void congestAgainWhenReleased(SessionFixture released) {
        doAnswer(
                        call -> {
                            if (call.getArgument(0)) {
                                sessions.linkCongested();
                            }
                            return null;
                        })
                .when(released.connection)
                .setReading(anyBoolean());
    }

    private static long released(SessionFixture session) {
        return mockingDetails(session.connection).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals("setReading"))
                .filter(call -> (boolean) call.getArgument(0))
                .count();
    }
}
