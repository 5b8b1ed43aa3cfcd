package dev.mallard.gateway.client;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * Who is connected: all sessions of each event loop, and of the whole gateway the one current session of
 * each user.
 */
public final class SessionRegistry {

    private final List<LoopSessions> loops;
    private final ConcurrentMap<Integer, ClientSession> byUser = new ConcurrentHashMap<>();

    /**
     * @param loopCount number of event loops, at least 1
     */
    public SessionRegistry(int loopCount) {
        this.loops = IntStream.range(0, loopCount).mapToObj(LoopSessions::new).toList();
    }

    /** What came of a claim. */
    public sealed interface Claim {

        /** The session is the user's current one; the one before, if any, has to end. */
        record Granted(@Nullable ClientSession predecessor) implements Claim {}

        /** The user has logged in again since: there is a newer session. */
        record Outdated() implements Claim {}
    }

    /** The number of event loops. Any thread. */
    public int loopCount() {
        return loops.size();
    }

    /** The sessions of an event loop, whose methods belong to that loop. Any thread. */
    public LoopSessions loop(int index) {
        return loops.get(index);
    }

    /** The user's current session, on whatever loop, or null. Any thread. */
    public @Nullable ClientSession find(int userId) {
        return byUser.get(userId);
    }

    /** Makes a session its user's current one, unless a newer one is there. On the session's loop. */
    public Claim claim(ClientSession session) {
        int userId = session.userId();
        ClientSession before;
        do {
            before = byUser.get(userId);
            if (before != null && before.number() > session.number()) {
                return new Claim.Outdated();
            }
        } while (before == null
                ? byUser.putIfAbsent(userId, session) != null
                : !byUser.replace(userId, before, session));
        session.loopSessions().bind(session);
        return new Claim.Granted(before == session ? null : before);
    }

    /** Forgets that a session is its user's; a newer session stays. On the session's loop. */
    public void release(ClientSession session) {
        if (session.userId() != 0) {
            byUser.remove(session.userId(), session);
            session.loopSessions().unbind(session);
        }
    }
}
