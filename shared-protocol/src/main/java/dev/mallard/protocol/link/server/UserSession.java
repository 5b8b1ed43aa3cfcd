package dev.mallard.protocol.link.server;

/**
 * A user who is logged in, as a service behind the gateways sees it.
 *
 * @param userId account id, above 0
 * @param nickname display name
 * @param number the session number, which grows with every login of the account
 * @param link the link on which the user's packets come and go
 */
public record UserSession(int userId, String nickname, long number, GatewayLink link) {

    /** Whether both stand for the same login, on whatever link. */
    public boolean sameLogin(UserSession other) {
        return userId == other.userId && number == other.number;
    }
}
