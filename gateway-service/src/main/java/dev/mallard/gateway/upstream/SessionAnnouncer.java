package dev.mallard.gateway.upstream;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.protocol.link.message.LinkControl;
import dev.mallard.protocol.link.message.SessionOpened;
import dev.mallard.protocol.link.message.SessionsAnnounced;

import java.util.List;

/** Tells a service about sessions. Stateless; on the session's event loop. */
public final class SessionAnnouncer {

    private static final int SESSIONS_PER_PART = 500;

    private SessionAnnouncer() {}

    /** Tells a service that has just been linked about all sessions of the event loop, in parts. */
    static void announceAll(UpstreamLink link) {
        List<ClientSession> sessions = link.sessions().withUser();
        int from = 0;
        do {
            int to = Math.min(from + SESSIONS_PER_PART, sessions.size());
            SessionsAnnounced.Builder part = SessionsAnnounced.newBuilder();
            sessions.subList(from, to).forEach(session -> part.addSessions(describe(session)));
            part.setComplete(to == sessions.size());
            link.control(LinkControl.newBuilder().setSessionsAnnounced(part));
            from = to;
        } while (from < sessions.size());
    }

    /** What a service is told about one session. */
    public static SessionOpened describe(ClientSession session) {
        return SessionOpened.newBuilder()
                .setUserId(session.userId())
                .setNickname(session.nickname())
                .setSessionNumber(session.number())
                .build();
    }
}
