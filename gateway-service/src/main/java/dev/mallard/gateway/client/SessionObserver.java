package dev.mallard.gateway.client;

/** Is told when a user's session ends. Called on the session's event loop: must not block. */
@FunctionalInterface
public interface SessionObserver {

    /** A session that had a user, and may have been logged in, ends now. Called once per session. */
    void sessionEnded(ClientSession session);
}
