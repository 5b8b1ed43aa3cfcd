package dev.mallard.protocol.link.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mallard.protocol.link.server.SessionDirectory.Opened;

import org.junit.jupiter.api.Test;

/** The newest session of a user wins, in whatever order the news arrive. */
class SessionDirectoryTest {

    private final SessionDirectory directory = new SessionDirectory();
    private final GatewayLink here = RecordingLinkChannel.link("here");
    private final GatewayLink there = RecordingLinkChannel.link("there");

    @Test
    void remembersAUser() {
        UserSession session = new UserSession(7, "ann", 1, here);
        assertThat(directory.open(session)).isEqualTo(new Opened.Accepted(null));
        assertThat(directory.find(7)).isEqualTo(session);
        assertThat(directory.on(here)).containsExactly(session);
        assertThat(directory.on(there)).isEmpty();
        assertThat(directory.size()).isOne();
    }

    @Test
    void aNewerSessionTakesTheOldOnesPlace() {
        UserSession old = new UserSession(7, "ann", 1, here);
        UserSession fresh = new UserSession(7, "ann", 2, there);
        directory.open(old);
        assertThat(directory.open(fresh)).isEqualTo(new Opened.Accepted(old));
        assertThat(directory.find(7)).isEqualTo(fresh);
    }

    @Test
    void anOlderSessionIsStale() {
        UserSession fresh = new UserSession(7, "ann", 2, there);
        directory.open(fresh);
        assertThat(directory.open(new UserSession(7, "ann", 1, here)))
                .isEqualTo(new Opened.Stale(fresh));
        assertThat(directory.find(7)).isEqualTo(fresh);
    }

    @Test
    void theSameSessionMovesToANewLink() {
        UserSession before = new UserSession(7, "ann", 1, here);
        UserSession after = new UserSession(7, "ann", 1, there);
        directory.open(before);
        assertThat(directory.open(after)).isEqualTo(new Opened.Accepted(before));
        assertThat(after.sameLogin(before)).isTrue();
        assertThat(directory.on(here)).isEmpty();
    }

    @Test
    void aLateLogoutOfTheOldSessionLeavesTheNewOne() {
        directory.open(new UserSession(7, "ann", 1, here));
        UserSession fresh = new UserSession(7, "ann", 2, there);
        directory.open(fresh);
        assertThat(directory.close(7, 1)).isNull();
        assertThat(directory.find(7)).isEqualTo(fresh);
        assertThat(directory.close(7, 2)).isEqualTo(fresh);
        assertThat(directory.find(7)).isNull();
        assertThat(directory.close(7, 2)).isNull();
    }
}
