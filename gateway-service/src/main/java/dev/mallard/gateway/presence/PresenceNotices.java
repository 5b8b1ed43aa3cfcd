package dev.mallard.gateway.presence;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.client.SessionObserver;
import dev.mallard.gateway.upstream.SessionAnnouncer;
import dev.mallard.gateway.upstream.UpstreamGroups;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.SessionClosed;

/** Tells every service of sessions that begin and end. Stateless; on the session's event loop. */
public final class PresenceNotices implements SessionObserver {

    private final UpstreamGroups groups;

    public PresenceNotices(UpstreamGroups groups) {
        this.groups = groups;
    }

    /** A session begins. The services that can be reached now will answer. */
    void sessionOpened(ClientSession session) {
        for (UpstreamLink link : groups.usableLinks(session.loopSessions().loop())) {
            link.control(
                    LinkControl.newBuilder().setSessionOpened(SessionAnnouncer.describe(session)));
        }
    }

    @Override
    public void sessionEnded(ClientSession session) {
        for (UpstreamLink link : groups.usableLinks(session.loopSessions().loop())) {
            link.control(
                    LinkControl.newBuilder()
                            .setSessionClosed(
                                    SessionClosed.newBuilder()
                                            .setUserId(session.userId())
                                            .setSessionNumber(session.number())));
        }
    }
}
