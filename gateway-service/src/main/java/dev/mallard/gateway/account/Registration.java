package dev.mallard.gateway.account;

/** A new account as its user wants it. */
public record Registration(Nickname nickname, EmailAddress email, Password password) {

    /**
     * Checks the fields in this order: nickname, e-mail address, password.
     *
     * @throws dev.mallard.protocol.RequestRejectedException with the first fault
     */
    public static Registration of(String nickname, String email, String password) {
        return new Registration(
                new Nickname(nickname), new EmailAddress(email), new Password(password));
    }
}
