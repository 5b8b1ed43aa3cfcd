package dev.mallard.bots.scenario;

import java.util.Locale;

/**
 * With what a bot registers and logs in.
 *
 * @param nickname 2 to 20 characters
 * @param email unique address
 * @param password 6 to 64 characters
 */
public record Account(String nickname, String email, String password) {

    /** The account of a named bot; the same name and group always have the same account. */
    public static Account ofBot(String name, String group) {
        String nickname = name + group;
        return new Account(
                nickname, nickname.toLowerCase(Locale.ROOT) + "@bots.mallard.com", "quack-" + name);
    }

    /** The password stays out of logs. */
    @Override
    public String toString() {
        return "Account[" + nickname + "]";
    }
}
