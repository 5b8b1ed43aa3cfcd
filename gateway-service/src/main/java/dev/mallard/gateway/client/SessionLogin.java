package dev.mallard.gateway.client;

import java.util.concurrent.CompletionStage;

/** Turns a connection whose user has proved who they are into that user's session. Any thread. */
public interface SessionLogin {

    /**
     * Ends the user's older sessions, tells the services of the new one, and sends the login
     * response.
     *
     * @param userId account id, above 0
     * @param nickname display name
     * @param sessionNumber the account's next session number
     * @return completes when the response was sent, or when the connection has closed meanwhile;
     *     fails with {@link dev.mallard.protocol.RequestRejectedException} if the login is refused
     */
    CompletionStage<Void> complete(
            ClientSession session, int userId, String nickname, long sessionNumber);
}
