package dev.mallard.gateway.account;

/**
 * Somebody claims to be the owner of an account.
 *
 * @param connection number of the connection
 * @param remoteAddress numeric source address of the connection
 * @param email e-mail address as typed, valid or not
 * @param password clear text as typed
 */
public record LoginAttempt(long connection, String remoteAddress, String email, String password) {

    /** Keeps what was typed out of logs. */
    @Override
    public String toString() {
        return "LoginAttempt[connection " + connection + "]";
    }
}
