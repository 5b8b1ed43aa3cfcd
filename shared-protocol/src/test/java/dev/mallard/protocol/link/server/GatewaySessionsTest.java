package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.message.Location;
import dev.mallard.protocol.link.message.SessionOpened;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What the service is told, and what the gateways are told, when sessions come in any order. */
class GatewaySessionsTest {

    private final RecordingLinkChannel east = new RecordingLinkChannel();
    private final RecordingLinkChannel west = new RecordingLinkChannel();
    private final GatewayLink eastLink = new GatewayLink(east, "east", 0);
    private final GatewayLink westLink = new GatewayLink(west, "west", 0);
    private final SessionDirectory directory = new SessionDirectory();
    private final Service service = new Service();
    private final GatewaySessions sessions =
            new GatewaySessions(directory, service, Duration.ofSeconds(5));

    @Test
    void acknowledgesOnlyWhenTheServiceIsReady() {
        sessions.opened(eastLink, session(7, 1));
        assertThat(east.controls()).isEmpty();
        service.ready.complete(Location.getDefaultInstance());
        assertThat(east.controls().getFirst().getSessionAccepted().getUserId()).isEqualTo(7);
    }

    @Test
    void acknowledgesNothingWhenTheServiceFails() {
        sessions.opened(eastLink, session(7, 1));
        service.ready.completeExceptionally(new IllegalStateException("no database"));
        assertThat(east.controls()).isEmpty();
    }

    @Test
    void closesThePredecessorBeforeItOpensTheSuccessor() {
        sessions.opened(eastLink, session(7, 1));
        sessions.opened(westLink, session(7, 2));
        assertThat(service.events).containsExactly("open 7/1", "close 7/1 true", "open 7/2");
        assertThat(east.controls().getFirst().getSessionSuperseded().getSessionNumber())
                .isEqualTo(2);
    }

    @Test
    void refusesALateOldSession() {
        sessions.opened(westLink, session(7, 2));
        sessions.opened(eastLink, session(7, 1));
        assertThat(service.events).containsExactly("open 7/2");
        assertThat(east.controls().getFirst().getSessionSuperseded().getSessionNumber())
                .isEqualTo(2);
        assertThat(directory.find(7)).extracting(UserSession::number).isEqualTo(2L);
    }

    @Test
    void anAnnouncementOfTheSameSessionClosesNothing() {
        sessions.opened(eastLink, session(7, 1));
        sessions.opened(westLink, session(7, 1));
        assertThat(service.events).containsExactly("open 7/1", "open 7/1");
        assertThat(east.controls()).isEmpty();
    }

    @Test
    void aLogoutOfAnOldSessionIsIgnored() {
        sessions.opened(eastLink, session(7, 1));
        sessions.opened(westLink, session(7, 2));
        service.events.clear();
        sessions.closed(7, 1);
        assertThat(service.events).isEmpty();
        sessions.closed(7, 2);
        assertThat(service.events).containsExactly("close 7/2 false");
    }

    private static SessionOpened session(int userId, long number) {
        return SessionOpened.newBuilder().setUserId(userId).setSessionNumber(number).build();
    }

    private static final class Service implements SessionListener {

        private final List<String> events = new ArrayList<>();
        private final CompletableFuture<Location> ready = new CompletableFuture<>();

        @Override
        public CompletionStage<Location> sessionOpened(UserSession session) {
            events.add("open " + session.userId() + "/" + session.number());
            return ready;
        }

        @Override
        public void sessionClosed(UserSession session, boolean successor) {
            events.add("close " + session.userId() + "/" + session.number() + " " + successor);
        }
    }
}
