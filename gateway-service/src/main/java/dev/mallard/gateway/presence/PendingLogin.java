package dev.mallard.gateway.presence;

import dev.mallard.gateway.client.ClientSession;
import dev.mallard.gateway.upstream.UpstreamLink;
import dev.mallard.protocol.link.message.Location;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;

/** A login that waits for the lobbies. Confined to the session's event loop. */
final class PendingLogin {

    private final ClientSession session;
    private final CompletableFuture<Void> result;
    private final Set<UpstreamLink> missing;
    private final Map<UpstreamLink, Location> locations = new HashMap<>();
    private @Nullable ScheduledFuture<?> deadline;

    /**
     * @param lobbies the lobbies that have been told, and will answer
     */
    PendingLogin(
            ClientSession session,
            CompletableFuture<Void> result,
            Collection<UpstreamLink> lobbies) {
        this.session = session;
        this.result = result;
        this.missing = new HashSet<>(lobbies);
    }

    ClientSession session() {
        return session;
    }

    CompletableFuture<Void> result() {
        return result;
    }

    void deadline(ScheduledFuture<?> timer) {
        deadline = timer;
    }

    void cancelDeadline() {
        ScheduledFuture<?> timer = deadline;
        if (timer != null) {
            timer.cancel(false);
        }
    }

    /** A lobby has come up and been told: it will answer as well. */
    void expect(UpstreamLink lobby) {
        if (!locations.containsKey(lobby)) {
            missing.add(lobby);
        }
    }

    /** A lobby has answered; true if that was the last one. */
    boolean accepted(UpstreamLink lobby, Location location) {
        locations.put(lobby, location);
        return missing.remove(lobby) && missing.isEmpty();
    }

    /** A lobby will not answer any more; true if no other one is waited for. */
    boolean lost(UpstreamLink lobby) {
        locations.remove(lobby);
        return missing.remove(lobby) && missing.isEmpty();
    }

    /** What a lobby has answered, or null if it has not. */
    @Nullable Location location(UpstreamLink lobby) {
        return locations.get(lobby);
    }
}
