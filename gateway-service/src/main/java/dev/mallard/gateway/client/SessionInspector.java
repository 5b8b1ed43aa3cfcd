package dev.mallard.gateway.client;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Lets operators look at single sessions, and end them. Any thread. */
public final class SessionInspector {

    private static final long PATIENCE_MILLIS = 1_000;

    private final SessionRegistry registry;

    SessionInspector(SessionRegistry registry) {
        this.registry = registry;
    }

    /**
     * What is known of a user's session.
     *
     * @return empty if the user has none at this gateway; fails with a {@link
     *     java.util.concurrent.TimeoutException} if the session's event loop does not answer within a second
     */
    public CompletableFuture<Optional<SessionSnapshot>> find(int userId) {
        ClientSession session = registry.find(userId);
        if (session == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<SessionSnapshot>> answer = new CompletableFuture<>();
        session.execute(() -> answer.complete(Optional.of(session.snapshot(System.nanoTime()))));
        return answer.orTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Ends a user's session.
     *
     * @return false if the user has none at this gateway
     */
    public boolean disconnect(int userId) {
        ClientSession session = registry.find(userId);
        if (session == null) {
            return false;
        }
        session.close(DisconnectReason.KICKED);
        return true;
    }
}
