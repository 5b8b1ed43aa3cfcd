package dev.mallard.protocol.link.server;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who is logged in, and on which link. Holds at most one session per user, the one with the highest number.
 * Any thread.
 */
public final class SessionDirectory {

    private final ConcurrentMap<Integer, UserSession> sessions = new ConcurrentHashMap<>();

    /** What {@link #open} did. */
    public sealed interface Opened {

        /** The session is the user's current one now. */
        record Accepted(@Nullable UserSession predecessor) implements Opened {}

        /** A newer session of the user is there already; nothing has changed. */
        record Stale(UserSession current) implements Opened {}
    }

    /** Makes a session the user's current one, unless a newer one is there. */
    public Opened open(UserSession session) {
        UserSession[] before = new UserSession[1];
        UserSession now =
                sessions.merge(
                        session.userId(),
                        session,
                        (old, fresh) -> {
                            before[0] = old;
                            return old.number() > fresh.number() ? old : fresh;
                        });
        return now.equals(session) ? new Opened.Accepted(before[0]) : new Opened.Stale(now);
    }

    /**
     * Forgets a session, unless a newer one has taken its place.
     *
     * @return the session that was forgotten, or null
     */
    public @Nullable UserSession close(int userId, long number) {
        UserSession current = sessions.get(userId);
        if (current != null && current.number() == number && sessions.remove(userId, current)) {
            return current;
        }
        return null;
    }

    /** The user's current session, or null. */
    public @Nullable UserSession find(int userId) {
        return sessions.get(userId);
    }

    /** All sessions that use a link. */
    public List<UserSession> on(GatewayLink link) {
        return sessions.values().stream().filter(session -> session.link() == link).toList();
    }

    public int size() {
        return sessions.size();
    }
}
