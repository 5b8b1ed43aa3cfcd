package dev.mallard.gateway.account;

import java.util.Locale;

/** Makes texts that differ only in letter case equal. Stateless; any thread. */
final class CaseFolding {

    private CaseFolding() {}

    /** The form by which texts are compared; independent of the machine's locale. */
    static String fold(String text) {
        // Through upper case, for letters whose upper case is shared or longer than themselves.
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
