package dev.mallard.deployment;

import java.util.Locale;

/** What must not be written down. */
final class Secrecy {

    private Secrecy() {}

    /** Whether a variable or key of this name holds something secret. */
    static boolean isSecret(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.contains("SECRET") || upper.contains("PASSWORD") || upper.contains("TOKEN");
    }
}
