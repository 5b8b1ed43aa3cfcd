package dev.mallard.gateway.client;

import io.netty.util.collection.IntObjectHashMap;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The sessions of one event loop. Confined to that loop. */
public final class LoopSessions {

    private final int loop;
    private final Set<ClientSession> all = new HashSet<>();
    private final IntObjectHashMap<ClientSession> byUser = new IntObjectHashMap<>();
    private int congestedLinks;
    private @Nullable Runnable whenGone;

    LoopSessions(int loop) {
        this.loop = loop;
    }

    /** The number of the event loop, from 0. Any thread. */
    public int loop() {
        return loop;
    }

    void add(ClientSession session) {
        all.add(session);
        if (congestedLinks > 0) {
            session.hold(Hold.BACKPRESSURE);
        }
    }

    void remove(ClientSession session) {
        all.remove(session);
        tellIfGone();
    }

    /** Runs a task once, when no connection is left. */
    void whenGone(Runnable then) {
        whenGone = then;
        tellIfGone();
    }

    private void tellIfGone() {
        Runnable then = whenGone;
        if (then != null && all.isEmpty()) {
            whenGone = null;
            then.run();
        }
    }

    void bind(ClientSession session) {
        byUser.put(session.userId(), session);
    }

    void unbind(ClientSession session) {
        if (byUser.get(session.userId()) == session) {
            byUser.remove(session.userId());
        }
    }

    /** The session of a user on this loop, or null. */
    public @Nullable ClientSession find(int userId) {
        return byUser.get(userId);
    }

    /** All connections of this loop, as they are now. */
    public List<ClientSession> all() {
        return new ArrayList<>(all);
    }

    /** All sessions of this loop that have a user, as they are now. */
    public List<ClientSession> withUser() {
        return new ArrayList<>(byUser.values());
    }

    /** How many sessions of this loop have a user. */
    public int userCount() {
        return byUser.size();
    }

    /** A link does not take more for now: the clients of this loop are not read until it does. */
    public void linkCongested() {
        if (congestedLinks++ == 0) {
            all().forEach(session -> session.hold(Hold.BACKPRESSURE));
        }
    }

    /** A link that was congested takes more again, or is gone. */
    public void linkRelieved() {
        if (--congestedLinks > 0) {
            return;
        }
        for (ClientSession session : all()) {
            // What a released session had to wait with goes out at once, and may congest a link
            // again.
            if (congestedLinks > 0) {
                return;
            }
            session.release(Hold.BACKPRESSURE);
        }
    }
}
